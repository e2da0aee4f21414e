import { describe, expect, it } from "vitest";
import { reasonsOf } from "../mails.ts";
import { ordinaryMails } from "./ordinary.ts";

const held = /^(?:conflicting-values:kind|reported-deceased|not-a-report)$/;

describe("of ordinary found reports, with all that mail systems put around them", () => {
  it("at most one in fifty waits for a person because of its words", async () => {
    const waiting: string[] = [];
    for (const { name, raw } of ordinaryMails)
      if ((await reasonsOf(raw)).some((reason) => held.test(reason))) waiting.push(name);
    expect(ordinaryMails.length).toBeGreaterThanOrEqual(60);
    expect(waiting.length / ordinaryMails.length, waiting.join("\n")).toBeLessThanOrEqual(0.02);
  });

  it("none waits for another reason", async () => {
    const all = await Promise.all(
      ordinaryMails.map(async ({ name, raw }) => ({ name, reasons: await reasonsOf(raw) })),
    );
    expect(all.filter(({ reasons }) => reasons.some((reason) => !held.test(reason)))).toEqual([]);
  });
});
