import { describe, expect, it } from "vitest";
import { parseResultSchema } from "../../../../functions/domain/compact/compact-schema.ts";
import { isParseResult } from "../../../../functions/reading/compact/check-result.ts";
import { parseCompact } from "../../../../functions/reading/parse-compact.ts";
import { aMail, read } from "../mails.ts";

const child = (reference: string, forename: string, born: string): string =>
  `COMPACT Ref: ${reference}\r\nSurname: ROWAN\r\nForename: ${forename}\r\nDOB: ${born}\r\nMissing Since: 14/11/2026 21:30\r\n\r\n`;
const raw = aMail({
  body: `MISSING PERSON REPORT\r\n\r\n${child("MP/26/1001", "Ellie", "09/03/2011")}${child("MP/26/1002", "Tom", "N/K")}`,
});

describe("a child nobody can act on yet, beside one who can be helped", () => {
  it("is kept as far as it could be read, for the person who decides", async () => {
    const { result } = await read(raw);
    expect(result).toMatchObject({
      status: "accepted",
      compacts: [{ reference: "MP/26/1001" }],
      waiting: [{ kind: "missing", reference: "MP/26/1002", child: { surname: "ROWAN", forenames: "Tom" } }],
    });
    expect(isParseResult(result)).toBe(true);
    expect(parseResultSchema.safeParse(result).success).toBe(true);
  });

  it("is no part of the contract's result, which its reasons alone speak of", async () => {
    const result = await parseCompact(raw);
    expect(result).toMatchObject({ status: "accepted", reasons: ["no-date-of-birth"] });
    expect(result).not.toHaveProperty("waiting");
  });
});
