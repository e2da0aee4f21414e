import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { mockClient } from "aws-sdk-client-mock";
import { describe, expect, it } from "vitest";
import { PermanentError, TransientError } from "../../../functions/domain/errors.ts";
import { attachmentReader } from "../../../functions/shell/attachment-reader.ts";
import { failure } from "../adapters/dynamo.ts";

const arn = "arn:aws:lambda:eu-west-2:000000000000:function:safe-return-anyshire-read-attachment:live";
const digest = "a".repeat(64);

const answering = (answer: object) => {
  const client = new LambdaClient({ region: "eu-west-2" });
  const mock = mockClient(client);
  mock.on(InvokeCommand).callsFake(() => answer);
  return { mock, ask: () => attachmentReader(client, arn)("mail-1")(digest) };
};
const json = (value: unknown) => ({ Payload: Buffer.from(JSON.stringify(value)) });

describe("asking the function that reads attachments", () => {
  it("sends it two ids, to the alias that is live, and hands back the text", async () => {
    const said = { kind: "read", html: "<p>Surname: ASHDOWN</p>", partial: false };
    const { mock, ask } = answering(json(said));
    expect(await ask()).toEqual(said);
    expect(mock.commandCalls(InvokeCommand)[0]?.args[0].input).toEqual({
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
    const client = new LambdaClient({ region: "eu-west-2" });
    mockClient(client).on(InvokeCommand).rejects(failure("AccessDeniedException"));
    await expect(attachmentReader(client, arn)("mail-1")(digest)).rejects.toThrow(PermanentError);
  });
});
