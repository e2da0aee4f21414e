import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { parseResultSchema } from "../../../../functions/domain/compact/compact-schema.ts";
import { readInWorker, unhurried } from "../../../../functions/reading/reading-worker.ts";
import { aReport, multipart, read, sampleMail } from "../mails.ts";
import { hostileMails } from "./hostile-mails.ts";

describe("mail made to do harm", () => {
  it.each(hostileMails)("$name is answered, and never by a crash", async ({ raw }) => {
    const { result, mail } = await readInWorker(raw(), {}, unhurried);
    expect(parseResultSchema.safeParse(result).success).toBe(true);
    expect(mail.digest).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("damaged mail", () => {
  it("with its headers in another order, it says the same", async () => {
    const [head = "", ...body] = sampleMail("1-missing-plain")
      .toString()
      .replace(/\r\n/g, "\n")
      .split("\n\n");
    const expected = (await read(sampleMail("1-missing-plain"))).result;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(head.split("\n"), { minLength: head.split("\n").length }),
        async (headers) => {
          expect((await read(Buffer.from([headers.join("\n"), ...body].join("\n\n")))).result).toEqual(
            expected,
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it("text bytes that are no text are quarantined, with no value made of them", async () => {
    const { result } = await read(Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 7_919) % 256)));
    expect(result.status).toBe("quarantined");
  });
});

describe("the reading thread", () => {
  afterAll(() => readInWorker(aReport(), {}, unhurried));

  it("is killed when a mail keeps it too long, and the next mail is read", async () => {
    const slow = Buffer.from(
      multipart("mixed", [{ type: "text/html", body: "<table><tr><td>".repeat(40_000) }]),
    );
    const { result, mail } = await readInWorker(slow, {}, { ...unhurried, baseMs: 5, perMegabyteMs: 0 });
    expect(result).toEqual({ status: "quarantined", reasons: ["too-slow"], compacts: [] });
    expect(mail).toMatchObject({ trusted: false, automatic: false });
    expect((await readInWorker(aReport(), {}, unhurried)).result.status).toBe("accepted");
  });

  it("reads mails given at once in turn", async () => {
    const all = await Promise.all(
      ["MP/26/1001", "MP/26/1002", "MP/26/1003"].map((reference) =>
        readInWorker(aReport({ "COMPACT Ref": reference }), {}, unhurried),
      ),
    );
    expect(all.map(({ result }) => result.compacts[0]?.reference)).toEqual([
      "MP/26/1001",
      "MP/26/1002",
      "MP/26/1003",
    ]);
  });

  it("leaves the caller's bytes as they were", async () => {
    const raw = aReport();
    const before = Buffer.from(raw);
    await readInWorker(raw, {}, unhurried);
    expect(raw.equals(before)).toBe(true);
  });
});
