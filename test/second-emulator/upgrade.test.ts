import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { GetAliasCommand } from "@aws-sdk/client-lambda";
import { VerifyDomainIdentityCommand } from "@aws-sdk/client-ses";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { functionNames } from "../../infra/functions.ts";
import { physicalName } from "../../infra/names.ts";
import { openLab } from "../../localstack/lab/api.ts";
import { deployAuthority, type Synthesised, synthesise } from "../../localstack/lab/stack/deploy.ts";
import { prepareForCdk } from "../../localstack/lab/stack/toolkit.ts";
import { goBack, prune } from "../../localstack/tools/release/release.ts";
import { foundMail, missingMail } from "../integration/support/compact-mail.ts";
import { hoursFrom } from "../integration/support/lab.ts";
import { nextRelease, synthesiseFormer } from "./support/former-release.ts";
import { settings, startMinistack, stopMinistack } from "./support/ministack.ts";
import { until } from "./support/until.ts";
import { updateStack } from "./support/update-stack.ts";

const authority = "leicestershire";
const reference = "MP/26/004418";
const surname = "ASHDOWN";
const FunctionName = physicalName(authority, "follow-ladder");

describe("an authority of the last release, upgraded with an episode open", () => {
  const lab = openLab(settings);
  let host: ChildProcess;
  let today: Synthesised;
  let liveBefore: string | undefined;

  const live = async () => {
    const alias = new GetAliasCommand({ FunctionName, Name: "live" });
    return (await lab.clients.lambda.send(alias)).FunctionVersion;
  };
  const subjects = async () => (await lab.outbox()).map(({ subject }) => subject);
  const told = (rule: string) =>
    until(`A mail by ${rule}`, async () =>
      (await subjects()).some((s) => s.startsWith(reference) && s.includes(rule)) ? true : undefined,
    );

  beforeAll(async () => {
    host = await startMinistack();
    const folder = join(settings.stateDir, "cdk");
    const former = await synthesiseFormer(authority, folder);
    await prepareForCdk(lab.clients);
    await deployAuthority(former, {
      clients: lab.clients,
      endpoint: settings.endpoint,
      parameters: { AcceptsLab: "yes" },
      tell: () => undefined,
    });
    await lab.clients.ses.send(new VerifyDomainIdentityCommand({ Domain: "leicestershire.example" }));
    liveBefore = await live();
    const at = hoursFrom(await lab.now(), -10);
    const raw = missingMail({ reference, surname, at, sentAt: hoursFrom(at, 1) });
    expect((await lab.sendAndWait({ raw, authority })).outcome).toBe("applied");
    await told("LEI-01");
    await until("The wait for the child", async () =>
      (await lab.executions(authority)).find(({ waitingFor }) => waitingFor?.includes("missing child")),
    );
    today = await synthesise(authority, folder);
    await updateStack(lab, today);
  });

  afterAll(() => stopMinistack(host));

  it("puts live on a new version", async () => {
    expect(await live()).not.toBe(liveBefore);
  });

  it("leaves the episode and its execution as they were", async () => {
    expect((await lab.episode(reference, authority)).status).toBe("missing");
    const executions = await lab.executions(authority);
    expect(executions.map(({ status }) => status)).toEqual(["RUNNING"]);
  });

  it("goes on with the old execution and the new code when the child is found", async () => {
    const sentAt = await lab.now();
    const raw = foundMail({ reference, surname, at: hoursFrom(sentAt, -1), sentAt });
    expect((await lab.sendAndWait({ raw, authority })).outcome).toBe("applied");
    await told("LEI-04");
    expect((await lab.episode(reference, authority)).status).toBe("returned");
    expect((await lab.executions(authority)).map(({ status }) => status)).toEqual(["RUNNING"]);
  });

  it("keeps the versions of a release that the next one replaces, and goes back to it by its time", async () => {
    const { lambda } = lab.clients;
    const released = await live();
    await pause(2_000);
    const at = await lab.now();
    await pause(2_000);
    await updateStack(lab, nextRelease(today));
    expect(await live()).not.toBe(released);
    expect(await goBack(lambda, authority, at)).toHaveLength(functionNames.length);
    expect(await live()).toBe(released);
    expect((await prune(lambda, authority)).flatMap(({ deleted }) => deleted)).toEqual([]);
  });
});
