import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLab } from "../../localstack/lab/api.ts";
import { type Restored, restoreTables } from "../../localstack/tools/recover/tables.ts";
import { foundMail, missingMail } from "../integration/support/compact-mail.ts";
import { hoursFrom } from "../integration/support/lab.ts";
import { settings, startMinistack, stopMinistack } from "./support/ministack.ts";
import { until } from "./support/until.ts";

const authority = "leicestershire";
const reference = "MP/26/004419";
const surname = "ASHDOWN";

/** MiniStack copies a table as it is now, whatever second is asked for: what is tried here is how it is taken in. */
describe("tables put back, and into the stack", () => {
  const lab = openLab(settings);
  let host: ChildProcess;
  let restored: Restored;
  const formerly = async () => (await lab.chosen(authority)).tables;
  let before: Awaited<ReturnType<typeof formerly>>;

  const told = (rule: string) =>
    until(`A mail by ${rule}`, async () =>
      (await lab.outbox()).some((m) => m.subject.startsWith(reference) && m.subject.includes(rule))
        ? true
        : undefined,
    );

  beforeAll(async () => {
    host = await startMinistack();
    await lab.up({ authorities: [authority], tell: () => undefined });
    const at = hoursFrom(await lab.now(), -10);
    await lab.sendAndWait({
      raw: missingMail({ reference, surname, at, sentAt: hoursFrom(at, 1) }),
      authority,
    });
    await told("LEI-01");
    await until("The wait for the child", async () =>
      (await lab.executions(authority)).find(({ waitingFor }) => waitingFor?.includes("missing child")),
    );
    before = await formerly();
    restored = await restoreTables(
      await lab.now(),
      lab.clients,
      await lab.chosen(authority),
      () => undefined,
    );
  });

  afterAll(() => stopMinistack(host));

  it("are what the stack says its tables are, and the former ones are still there", async () => {
    const now = await openLab(settings).chosen(authority);
    expect(Object.values(now.tables).toSorted()).toEqual(restored.tables.map((t) => t.now).toSorted());
    expect(restored.tables.map((t) => t.former).toSorted()).toEqual(Object.values(before).toSorted());
  });

  it("are what every function writes to from then on", async () => {
    const fresh = openLab(settings);
    expect((await fresh.episode(reference, authority)).status).toBe("missing");
    const sentAt = await fresh.now();
    const raw = foundMail({ reference, surname, at: hoursFrom(sentAt, -1), sentAt });
    expect((await fresh.sendAndWait({ raw, authority })).outcome).toBe("applied");
    await told("LEI-04");
    expect((await fresh.episode(reference, authority)).status).toBe("returned");
  });

  it("stay the stack's at a second restoration", async () => {
    const fresh = openLab(settings);
    const again = await restoreTables(
      await fresh.now(),
      fresh.clients,
      await fresh.chosen(authority),
      () => undefined,
    );
    const { tables } = await openLab(settings).chosen(authority);
    expect(Object.values(tables).toSorted()).toEqual(again.tables.map((t) => t.now).toSorted());
  });
});
