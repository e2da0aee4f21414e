import { describe, expect, it } from "vitest";
import { PermanentError, TransientError } from "../../../functions/domain/errors.ts";
import { attachmentReader } from "../../../functions/shell/attachment-reader.ts";
import { aLambda, json, refusing } from "../../fakes/lambda.ts";
import { failure } from "../adapters/dynamo.ts";

const arn = "arn:aws:lambda:eu-west-2:000000000000:function:safe-return-anyshire-read-attachment:live";
const digest = "a".repeat(64);

const answering = (answer: object) => {
  const { client, requests } = aLambda(() => answer);
  return { requests, ask: () => attachmentReader(client, arn)("mail-1")(digest) };
};

describe("asking the function that reads attachments", () => {
  it("sends it two ids, to the alias that is live, and hands back the text", async () => {
    const said = {
      kind: "read",
      blocks: [{ kind: "line", text: "Surname: ASHDOWN" }],
      hidden: "",
      turnsLetters: false,
      partial: false,
    };
    const { requests, ask } = answering(json(said));
    expect(await ask()).toEqual(said);
    expect(requests()[0]).toEqual({
      FunctionName: arn,
      Payload: JSON.stringify({ mailId: "mail-1", digest }),
    });
  });

  it("hands back a refusal as it is: trying again would change nothing", async () => {
    const { ask } = answering(json({ kind: "refused", reason: "no-text" }));
    expect(await ask()).toEqual({ kind: "refused", reason: "no-text" });
  });

  it.each([
    ["it failed", { ...json({ errorMessage: "Ellie" }), FunctionError: "Unhandled" }],
    ["it said nothing", {}],
    ["it said what nobody knows", json({ kind: "maybe" })],
  ])("fails where %s, quoting nothing, so that the mail is tried again", async (_what, answer) => {
    const asking = answering(answer).ask();
    await expect(asking).rejects.toThrow(TransientError);
    await expect(asking).rejects.toThrow(/^the reader of attachments failed$/);
  });

  it("fails by name where it may not be called", async () => {
    const client = refusing(failure("AccessDeniedException"));
    await expect(attachmentReader(client, arn)("mail-1")(digest)).rejects.toThrow(PermanentError);
  });
});
