import {
  DisableRuleCommand,
  EnableRuleCommand,
  EventBridgeClient,
  ListRulesCommand,
} from "@aws-sdk/client-eventbridge";
import { paginateListExecutions, StopExecutionCommand } from "@aws-sdk/client-sfn";
import { describe, expect, it } from "vitest";
import { REGION } from "../../localstack/lab/stack/clients.ts";
import { foundMail, missingMail } from "./support/compact-mail.ts";
import { hoursFrom, isBy, LEICESTERSHIRE, lab, mailsAbout } from "./support/lab.ts";

const stopEveryExecution = async (): Promise<number> => {
  const { outputs } = await lab.chosen(LEICESTERSHIRE);
  const { sfn } = lab.clients;
  const running = { stateMachineArn: outputs.StateMachineArn, statusFilter: "RUNNING" } as const;
  let stopped = 0;
  for await (const page of paginateListExecutions({ client: sfn }, running))
    for (const { executionArn } of page.executions ?? []) {
      await sfn.send(new StopExecutionCommand({ executionArn }));
      stopped += 1;
    }
  return stopped;
};

const events = new EventBridgeClient({
  endpoint: lab.settings.endpoint,
  region: REGION,
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
});

const everyRule = async (Command: typeof DisableRuleCommand | typeof EnableRuleCommand): Promise<void> => {
  const { Rules = [] } = await events.send(new ListRulesCommand({}));
  for (const { Name } of Rules) await events.send(new Command({ Name }));
};

/** Back home an hour ago, with the report come in just now. */
const returned = async (reference: string, surname: string) => {
  const now = await lab.now();
  const at = Math.floor(hoursFrom(now, -1) / 60_000) * 60_000;
  const facts = { reference, surname };
  await lab.sendAndWait({
    raw: missingMail({ ...facts, at: hoursFrom(at, -9), sentAt: hoursFrom(at, -8) }),
    authority: LEICESTERSHIRE,
  });
  await lab.sendAndWait({ raw: foundMail({ ...facts, at, sentAt: now }), authority: LEICESTERSHIRE });
  return at;
};

const limits = async (reference: string) =>
  (await mailsAbout(reference))
    .flatMap((m) => m.rule.split(", "))
    .filter((rule) => rule === "LEI-04" || rule === "LEI-16");

export const outages = (): void => {
  describe("with the workflow dead", () => {
    it("LEI-04: every execution stopped by hand, the watchdog still sends each rung, a minute late at most", async () => {
      const at = await returned("MP/26/300001", "DOVE");
      expect(await stopEveryExecution()).toBeGreaterThan(0);
      await lab.advanceTo(hoursFrom(at, 72.1));
      const mails = (await mailsAbout("MP/26/300001")).filter(isBy("LEI-04"));
      // At the limit the worker's stand-in and the manager, each a mail of their own.
      expect(mails).toHaveLength(4);
      const lateness = mails.slice(1).map((m, i) => Date.parse(m.at) - hoursFrom(at, [48, 72, 72][i] ?? 0));
      for (const ms of lateness) {
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThanOrEqual(60_000);
      }
    });

    it("follows a dead execution by the next generation", async () => {
      const { id } = await lab.episode("MP/26/300001", LEICESTERSHIRE);
      const generations = (await lab.executions(LEICESTERSHIRE)).filter((e) => e.name.startsWith(id));
      expect(generations.map((e) => e.status)).toEqual([
        // LocalStack lists a stopped execution under either name.
        expect.stringMatching(/^(ABORTED|FAILED)$/),
        "RUNNING",
      ]);
    });

    it("LEI-04: rungs due while everything was down go out when it is back, in order, in one mail to each", async () => {
      const at = await returned("MP/26/300002", "EIDER");
      await stopEveryExecution();
      await everyRule(DisableRuleCommand);
      await lab.advanceTo(hoursFrom(at, 74));
      expect(await limits("MP/26/300002")).toEqual(["LEI-04"]);
      await everyRule(EnableRuleCommand);
      await lab.advanceBy(300);
      expect((await limits("MP/26/300002")).toSorted()).toEqual(["LEI-04", "LEI-04", "LEI-04", "LEI-16"]);
      const theirs = (await mailsAbout("MP/26/300002")).filter(isBy("LEI-04"));
      const skipped = theirs.filter(({ to }) => to.includes("ce-team@leicestershire.example"))[1];
      const times = [...(skipped?.text.matchAll(/^\w{3} \d+ \w{3} \d{4}, \d\d:\d\d:/gm) ?? [])].map(
        ([t]) => t,
      );
      expect(times).toHaveLength(2);
      await lab.advanceBy(3_600);
      expect(await limits("MP/26/300002")).toHaveLength(4);
    });
  });
};
