import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { PermanentError, TransientError } from "../../../functions/domain/errors.ts";
import { readEnv } from "../../../functions/shell/env.ts";
import { describe as describeError } from "../../../functions/shell/log.ts";
import { schedule } from "../../../functions/shell/schedule.ts";
import { task } from "../../../functions/shell/task.ts";
import { captureOutput } from "../../fakes/output.ts";

const secret = "Ellie Marlowe, 2011-03-09";
let output: ReturnType<typeof captureOutput>;

beforeEach(() => {
  output = captureOutput();
});
afterEach(() => {
  output.release();
  vi.unstubAllEnvs();
});

const caught = async (error: unknown): Promise<unknown> => {
  const handler = task(z.unknown(), Object, async () => {
    throw error;
  });
  return handler({}).catch((cause: unknown) => cause);
};

describe("the environment", () => {
  const whole = {
    AUTHORITY: "anyshire",
    RAW_BUCKET: "raw",
    LEDGER_TABLE: "ledger",
    EVENTS_TABLE: "events",
    EPISODES_TABLE: "episodes",
    OUTBOX_TABLE: "outbox",
    RETURNS_TABLE: "returns",
    STATE_MACHINE_ARN: "arn",
    ATTACHMENT_READER_ARN: "arn",
    MAIL_READER_ARN: "arn",
    CONSOLE_URL: "https://console.anyshire.example/",
  };
  const stub = (env: Record<string, string>): void => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  };

  it("is read by name", () => {
    stub(whole);
    expect(readEnv()).toMatchObject({
      rawBucket: "raw",
      configurationSet: "",
      consoleUrl: "https://console.anyshire.example",
      tables: {
        ledger: "ledger",
        events: "events",
        episodes: "episodes",
        outbox: "outbox",
        returns: "returns",
      },
    });
  });

  it("names everything that is missing, in words that reach the log", () => {
    stub({ ...whole, RAW_BUCKET: "", OUTBOX_TABLE: "" });
    expect(readEnv).toThrow(new PermanentError("the environment lacks RAW_BUCKET, OUTBOX_TABLE"));
  });
});

describe("a task", () => {
  it("passes our two errors on by name, without the cause", async () => {
    for (const error of [
      new TransientError("SES is away", { cause: new Error(secret) }),
      new PermanentError("no such episode", { cause: new Error(secret) }),
    ]) {
      const passed = await caught(error);
      expect(passed).toMatchObject({ name: error.name, message: error.message });
      expect(passed).not.toHaveProperty("cause");
    }
  });

  it.each([new RangeError(secret), new Error(secret), secret, undefined])(
    "passes any other on as permanent, and nothing of what it says",
    async (error) => {
      const passed = await caught(error);
      expect(passed).toBeInstanceOf(PermanentError);
      expect(String(passed)).not.toContain("Marlowe");
      expect(output.text()).not.toContain("Marlowe");
    },
  );

  it("refuses an input of another shape, quoting nothing of it", async () => {
    const handler = task(z.object({ episodeId: z.string() }), Object, async () => undefined);
    await expect(handler({ episodeId: 7, child: secret })).rejects.toThrow(/^ZodError$/);
    expect(output.text()).not.toContain("Marlowe");
  });

  it("builds what it depends on once, and again where that failed", async () => {
    let built = 0;
    const handler = task(
      z.unknown(),
      () => {
        built += 1;
        if (built === 1) throw new TransientError("cold");
        return {};
      },
      async () => built,
    );
    await expect(handler({})).rejects.toThrow(TransientError);
    expect(await handler({})).toBe(2);
    expect(await handler({})).toBe(2);
  });
});

describe("a scheduled function", () => {
  it("logs what it did as counts, and nothing where it did nothing", async () => {
    await schedule(Object, async () => ({ swept: 0 }))({ detail: secret });
    expect(output.text()).toBe("");
    await schedule(Object, async () => ({ swept: 3 }))({ detail: secret });
    expect(output.text()).toContain('"swept":3');
    expect(output.text()).not.toContain("Marlowe");
  });
});

describe("an error in a log", () => {
  it("of ours is said in its own words, with the name of its cause", () => {
    const cause = Object.assign(new Error(secret), { name: "ThrottlingException" });
    expect(describeError(new TransientError("sending a mail", { cause }))).toEqual({
      error: "TransientError: sending a mail",
      because: "ThrottlingException",
    });
  });

  it.each([
    [new TypeError(secret), { error: "TypeError" }],
    [secret, { error: "unknown" }],
    [{ message: secret }, { error: "unknown" }],
  ])("of somebody else is told by its name alone", (error, told) => {
    expect(describeError(error)).toEqual(told);
  });
});
