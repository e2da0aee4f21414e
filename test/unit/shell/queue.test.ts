import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { queue } from "../../../functions/shell/queue.ts";
import { captureOutput } from "../../fakes/output.ts";
import { context, event } from "./queue-event.ts";

let output: ReturnType<typeof captureOutput>;
beforeEach(() => {
  output = captureOutput();
});
afterEach(() => output.release());

describe("a queue", () => {
  it("reports the one bad record alone", async () => {
    const handled: string[] = [];
    const handler = queue(Object, async (body) => {
      if (body === "bad") throw new Error("quotes Ellie Marlowe");
      handled.push(body);
    });
    expect(await handler(event("one", "bad", "two"), context)).toEqual({
      batchItemFailures: [{ itemIdentifier: "message-2" }],
    });
    expect(handled).toEqual(["one", "two"]);
    expect(output.text()).toContain("message-2");
    expect(output.text()).not.toContain("Marlowe");
  });

  it("fails where all do, so that its alarm for errors rings, and forgets it before the next", async () => {
    let away = true;
    const handler = queue(Object, async () => {
      if (away) throw new Error("away");
    });
    await expect(handler(event("one"), context)).rejects.toThrow("All records failed");
    away = false;
    expect(await handler(event("one"), context)).toEqual({ batchItemFailures: [] });
  });
});
