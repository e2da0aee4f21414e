import type { ChildProcess } from "node:child_process";
import { appendFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLab } from "../../localstack/lab/api.ts";
import { arrive } from "../../localstack/tools/recover/arrive.ts";
import { leave } from "../../localstack/tools/recover/leave.ts";
import { foundMail, missingMail } from "../integration/support/compact-mail.ts";
import { hoursFrom } from "../integration/support/lab.ts";
import { settings, startMinistack, stopMinistack } from "./support/ministack.ts";
import { until } from "./support/until.ts";

const authority = "leicestershire";
const reference = "MP/26/004420";
const surname = "ASHDOWN";

describe("the record carried into a deployment elsewhere", () => {
  const copy = join(mkdtempSync(join(tmpdir(), "record-")), "copy");
  const spoilt = join(mkdtempSync(join(tmpdir(), "record-")), "copy");
  let host: ChildProcess;

  const deployFresh = async () => {
    host = await startMinistack();
    const lab = openLab(settings);
    await lab.up({ authorities: [authority], tell: () => undefined });
    return lab;
  };
  const told = (lab: ReturnType<typeof openLab>, rule: string) =>
    until(`A mail by ${rule}`, async () =>
      (await lab.outbox()).some((m) => m.subject.startsWith(reference) && m.subject.includes(rule))
        ? true
        : undefined,
    );

  beforeAll(async () => {
    const lab = await deployFresh();
    const at = hoursFrom(await lab.now(), -10);
    const raw = missingMail({ reference, surname, at, sentAt: hoursFrom(at, 1) });
    await lab.sendAndWait({ raw, authority });
    await told(lab, "LEI-01");
    await leave(copy, lab.clients, await lab.chosen(authority));
    await leave(spoilt, lab.clients, await lab.chosen(authority));
    await stopMinistack(host);
    await deployFresh();
  });

  afterAll(() => stopMinistack(host));

  it("is refused where a file of it was changed", async () => {
    const lab = openLab(settings);
    appendFileSync(join(spoilt, "events.jsonl"), "\n");
    await expect(arrive(spoilt, lab.clients, await lab.chosen(authority))).rejects.toThrow(/events\.jsonl/);
  });

  it("goes on: the episode stands there, and the found report wakes a workflow begun anew", async () => {
    const lab = openLab(settings);
    const arrived = await arrive(copy, lab.clients, await lab.chosen(authority));
    expect(arrived.mails).toBe(1);
    expect((await lab.episode(reference, authority)).status).toBe("missing");
    const sentAt = await lab.now();
    const raw = foundMail({ reference, surname, at: hoursFrom(sentAt, -1), sentAt });
    expect((await lab.sendAndWait({ raw, authority })).outcome).toBe("applied");
    await told(lab, "LEI-04");
    expect((await lab.episode(reference, authority)).status).toBe("returned");
  });

  it("is refused where there is a record already", async () => {
    const lab = openLab(settings);
    await expect(arrive(copy, lab.clients, await lab.chosen(authority))).rejects.toThrow(/has rows already/);
  });
});
