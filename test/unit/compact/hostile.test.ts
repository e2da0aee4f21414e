import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { parseResultSchema } from "../../../functions/domain/compact/schema.ts";
import { readInWorker } from "../../../functions/parse-compact/reading-worker.ts";
import { hostileMails } from "./hostile-mails.ts";
import { aReport, multipart, read } from "./mails.ts";

const sample = (name: string): Buffer =>
  readFileSync(new URL(`../../fixtures/compacts/${name}.eml`, import.meta.url));
const samples = [
  "1-missing-plain",
  "2-found-plain",
  "3-missing-html-table",
  "4-found-bold-br",
  "7-forwarded-as-attachment",
].map(sample);

describe("mail made to do harm", () => {
  it.each(hostileMails)(
    "$name is answered, and never by a crash",
    async ({ raw }) => {
      const { result, mail } = await readInWorker(raw(), {});
      expect(parseResultSchema.safeParse(result).success).toBe(true);
      expect(mail.digest).toMatch(/^[0-9a-f]{64}$/);
    },
    10_000,
  );
});

describe("damaged mail", () => {
  const cut = fc.record({ raw: fc.constantFrom(...samples), at: fc.double({ min: 0, max: 1, noNaN: true }) });

  it("cut off anywhere, it is read or quarantined with a reason", async () => {
    await fc.assert(
      fc.asyncProperty(cut, async ({ raw, at }) => {
        const { result } = await read(raw.subarray(0, Math.floor(raw.length * at)));
        expect(result.status === "accepted" || result.reasons.length > 0).toBe(true);
        expect(parseResultSchema.safeParse(result).success).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  const spoiled = fc.record({
    raw: fc.constantFrom(...samples),
    changes: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 30 }),
  });

  it("with bytes changed anywhere, it is read or quarantined with a reason", async () => {
    await fc.assert(
      fc.asyncProperty(spoiled, async ({ raw, changes }) => {
        const damaged = Buffer.from(raw);
        for (const [at, byte] of changes) damaged[at % damaged.length] = byte;
        const { result } = await read(damaged);
        expect(parseResultSchema.safeParse(result).success).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("with its headers in another order, it says the same", async () => {
    const [head = "", ...body] = sample("1-missing-plain").toString().replace(/\r\n/g, "\n").split("\n\n");
    const expected = (await read(sample("1-missing-plain"))).result;
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
  afterAll(() => readInWorker(aReport(), {}));

  it("is killed when a mail keeps it too long, and the next mail is read", async () => {
    const slow = Buffer.from(
      multipart("mixed", [{ type: "text/html", body: "<table><tr><td>".repeat(40_000) }]),
    );
    const { result, mail } = await readInWorker(
      slow,
      {},
      { baseMs: 5, perMegabyteMs: 0, startMs: 10_000, heapMb: 300 },
    );
    expect(result).toEqual({ status: "quarantined", reasons: ["too-slow"], compacts: [] });
    expect(mail).toMatchObject({ trusted: false, automatic: false });
    expect((await readInWorker(aReport(), {})).result.status).toBe("accepted");
  });

  it("reads mails given at once in turn", async () => {
    const all = await Promise.all(
      ["MP/26/1001", "MP/26/1002", "MP/26/1003"].map((reference) =>
        readInWorker(aReport({ "COMPACT Ref": reference }), {}),
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
    await readInWorker(raw, {});
    expect(raw.equals(before)).toBe(true);
  });
});
