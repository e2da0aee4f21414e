import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLab } from "../../localstack/lab/api.ts";
import { ellieSteps } from "../../localstack/lab/story/ellie.ts";
import { foundMail, missingMail } from "../integration/support/compact-mail.ts";
import { hoursFrom } from "../integration/support/lab.ts";
import { settings, startMinistack, stopMinistack } from "./support/ministack.ts";
import { until } from "./support/until.ts";

const lab = openLab(settings);
const authority = "leicestershire";
const reference = "MP/26/004417";
const surname = "ASHDOWN";

/** What people did in Ellie's story once she was back, each act now: no clock is moved here. */
const acts = ellieSteps.flatMap((step) =>
  step.kind === "person" && !step.refused && !["contact-attempt", "book-interview"].includes(step.action)
    ? [{ action: step.action, by: step.by, data: step.data }]
    : [],
);

/** The rules a mail of hers says it is by; no header of it is kept here. */
const rules = async (): Promise<string[]> =>
  (await lab.outbox())
    .filter(({ subject }) => subject.startsWith(reference))
    .flatMap(({ subject, text }) => [...new Set(`${subject}\n${text}`.match(/LEI-\d\d/g))])
    .toSorted();

const told = (rule: string) =>
  until(`A mail by ${rule}`, async () => ((await rules()).includes(rule) ? true : undefined));

describe("the same assembly in another emulator: the short of Ellie's story, on the machine's clock", () => {
  let host: ChildProcess;

  beforeAll(async () => {
    host = await startMinistack();
    await lab.up({ authorities: [authority, "derby-city"], tell: () => undefined });
  });

  afterAll(() => stopMinistack(host));

  it("takes the missing report in and tells whoever triages, and whoever holds the discussion", async () => {
    const at = hoursFrom(await lab.now(), -10);
    const raw = missingMail({ reference, surname, at, sentAt: hoursFrom(at, 1) });
    expect(await lab.sendAndWait({ raw, authority })).toMatchObject({
      outcome: "applied",
      episodes: [reference],
    });
    await told("LEI-01");
  });

  it("tells the worker of the allocation", async () => {
    const allocate = acts.find(({ action }) => action === "allocate");
    if (!allocate) throw new Error("Ellie's story has no allocation.");
    await lab.record({ reference, ...allocate }, authority);
    await told("LEI-02");
  });

  it("is woken by the found report: SendTaskSuccess ends the wait for the child", async () => {
    const sentAt = await lab.now();
    const raw = foundMail({ reference, surname, at: hoursFrom(sentAt, -1), sentAt });
    expect((await lab.sendAndWait({ raw, authority })).outcome).toBe("applied");
    await told("LEI-04");
  });

  it("closes the episode when all is done, and the workflow with it", async () => {
    for (const act of acts) if (act.action !== "allocate") await lab.record({ reference, ...act }, authority);
    await until("The closed episode", async () =>
      (await lab.episode(reference, authority)).status === "closed" ? true : undefined,
    );
    const execution = await until("The end of the workflow", async () =>
      (await lab.executions(authority)).find(({ status }) => status !== "RUNNING"),
    );
    expect(execution.status).toBe("SUCCEEDED");
    await told("LEI-13");
  });
});
