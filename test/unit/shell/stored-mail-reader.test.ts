import { describe, expect, it } from "vitest";
import type { LedgerEntry } from "../../../functions/core/ports/writes.ts";
import { PermanentError, TransientError } from "../../../functions/domain/errors.ts";
import { readRequestSchema } from "../../../functions/ingest-compact/read-stored-mail.ts";
import { storedMailReader } from "../../../functions/shell/stored-mail-reader.ts";
import { anUnreadable, aReading } from "../../builders/reading.ts";
import { aLambda, json, refusing } from "../../fakes/lambda.ts";
import { failure } from "../adapters/dynamo.ts";

const arn = "arn:aws:lambda:eu-west-2:000000000000:function:safe-return-anyshire-ingest-compact:live";
const receipt = { dmarcVerdict: { status: "PASS" } };
const entry: LedgerEntry = {
  mailId: "mail-1",
  outcome: "quarantined",
  reasons: ["no-surname"],
  episodes: [],
  receivedAt: "2026-11-14T23:05:00Z",
  receipt,
};

const answering = (answer: object, asked = entry) => {
  const { client, requests } = aLambda(() => answer);
  return { requests, ask: () => storedMailReader(client, arn)(asked) };
};

const sent = async (asked: LedgerEntry) => {
  const { requests, ask } = answering(json(aReading()), asked);
  await ask();
  return requests()[0];
};

describe("asking the function that reads mails", () => {
  it("asks for the mail's own words only where a person wants to see them", async () => {
    const shown = { text: "Surname: Vale", isCut: false, files: [], disputes: [] };
    const { client, requests } = aLambda(() => json({ ...aReading(), shown }));
    expect((await storedMailReader(client, arn)(entry, true)).shown).toEqual(shown);
    expect(JSON.parse(String(requests()[0]?.Payload)).read.shows).toBe(true);
  });

  it("says which mail, with its receipt and when it came, to the alias that is live", async () => {
    const input = await sent(entry);
    expect(input?.FunctionName).toBe(arn);
    expect(JSON.parse(String(input?.Payload))).toEqual({
      read: { mailId: "mail-1", receipt, receivedAt: "2026-11-14T23:05:00Z" },
    });
  });

  it.each([entry, { ...entry, receipt: undefined }])(
    "asks as that function understands it",
    async (asked) => {
      const { mailId, receivedAt } = asked;
      expect(readRequestSchema.parse(JSON.parse(String((await sent(asked))?.Payload)))).toEqual({
        read: { mailId, receivedAt, receipt: asked.receipt },
      });
    },
  );

  it.each([aReading({ date: "2026-11-14T22:58:00Z", documents: ["a".repeat(64)] }), anUnreadable(["empty"])])(
    "hands back the reading",
    async (reading) => {
      expect(await answering(json(reading)).ask()).toEqual(reading);
    },
  );

  const { result, mail } = aReading();
  it.each([
    ["it failed", { ...json({ errorMessage: "Ellie" }), FunctionError: "Unhandled" }],
    ["it failed and still said something", { ...json(aReading()), FunctionError: "Unhandled" }],
    ["it said nothing", {}],
    ["what it read is no result", json({ result: { ...result, compacts: "Ellie" }, mail })],
    ["it does not say whether the mail is trusted", json({ result, mail: { ...mail, trusted: undefined } })],
  ])("fails where %s, quoting nothing, so that a person may ask again", async (_what, answer) => {
    const asking = answering(answer).ask();
    await expect(asking).rejects.toThrow(TransientError);
    await expect(asking).rejects.toThrow(/^the reader of mails failed$/);
  });

  it("fails by name where it may not be called", async () => {
    const client = refusing(failure("AccessDeniedException"));
    await expect(storedMailReader(client, arn)(entry)).rejects.toThrow(PermanentError);
  });
});
