import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PermanentError, TransientError } from "../../../../functions/domain/errors.ts";
import { webHandler } from "../../../../functions/shell/web/web-handler.ts";
import { captureOutput } from "../../../fakes/output.ts";

let output: ReturnType<typeof captureOutput>;
beforeEach(() => {
  output = captureOutput();
});
afterEach(() => output.release());

const failing = (error: Error) =>
  webHandler(() => {
    throw error;
  })({ httpMethod: "GET", path: "/" });

describe("the handler behind API Gateway", () => {
  it.each([
    ["may come right", new TransientError("reading a session: Timeout"), 503],
    ["will not", new PermanentError("the environment lacks SESSIONS_TABLE"), 500],
    ["nobody expected", new Error("quotes Ellie Marlowe"), 500],
  ])("answers trouble that %s with a page, and with none of its words", async (_which, error, status) => {
    const answer = await failing(error);
    expect(answer.statusCode).toBe(status);
    expect(answer.body).not.toContain(error.message);
    expect(answer.multiValueHeaders).toHaveProperty("content-security-policy");
  });
});
