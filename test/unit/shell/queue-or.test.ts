import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readRequestSchema, readStoredMail } from "../../../functions/ingest-compact/read-stored-mail.ts";
import { queue } from "../../../functions/shell/queue.ts";
import { queueOr } from "../../../functions/shell/queue-or.ts";
import { task } from "../../../functions/shell/task.ts";
import { aReading } from "../../builders/reading.ts";
import { captureOutput } from "../../fakes/output.ts";
import { context, event } from "./queue-event.ts";

let output: ReturnType<typeof captureOutput>;
beforeEach(() => {
  output = captureOutput();
});
afterEach(() => output.release());

const handled: string[] = [];
/** As ingest-compact's handler is made. */
const handler = queueOr(
  queue(Object, async (body) => void handled.push(body)),
  task(
    readRequestSchema,
    () => async () => aReading(),
    ({ read }, reader) => readStoredMail(read, reader),
  ),
);

describe("a function that a queue feeds and others ask", () => {
  it("takes what holds records for the queue's", async () => {
    expect(await handler(event("one", "two"), context)).toEqual({ batchItemFailures: [] });
    expect(handled).toEqual(["one", "two"]);
  });

  it("answers a request, and prints nothing of the answer", async () => {
    const read = { mailId: "mail-1", receivedAt: "2026-11-14T23:05:00Z" };
    expect(await handler({ read }, context)).toEqual(aReading());
    expect(output.text()).toBe("");
  });

  it.each([undefined, null, "Records", {}, { read: {} }, { mailId: "mail-1" }])(
    "refuses what is neither: %j",
    async (strange) => {
      await expect((async () => handler(strange, context))()).rejects.toThrow(/^ZodError$/);
    },
  );
});
