import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseResultSchema } from "../../../../functions/domain/compact/compact-schema.ts";
import { read } from "../mails.ts";
import { mutatedMail } from "./mutations.ts";

/** `npm run fuzz` does the same for a hundred thousand mails. */
describe("a mail to which anything may have happened", () => {
  it("is read or quarantined with a reason: never a crash, never silently empty", async () => {
    await fc.assert(
      fc.asyncProperty(mutatedMail, async (raw) => {
        const { result, mail } = await read(raw);
        expect(parseResultSchema.safeParse(result).error).toBeUndefined();
        expect(mail.digest).toMatch(/^[0-9a-f]{64}$/);
      }),
      { numRuns: 400 },
    );
  });
});
