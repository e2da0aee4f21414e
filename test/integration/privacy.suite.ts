import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { paginateGetExecutionHistory } from "@aws-sdk/client-sfn";
import { describe, expect, it } from "vitest";
import { DERBY, LEICESTERSHIRE, lab } from "./support/lab.ts";

/** Names, birthdays and places of every invented child above. */
const canaries =
  /ashdown|ellie|okafor|daniel|nair|priya|quill|arkle|merle|fosse rise|oak lodge|2011-03-09|09\/03\/2011/i;

const histories = async (authority: string): Promise<string> => {
  const { outputs } = await lab.chosen(authority);
  const base = outputs.StateMachineArn.replace(":stateMachine:", ":execution:");
  let all = "";
  for (const { name } of await lab.executions(authority))
    for await (const page of paginateGetExecutionHistory(
      { client: lab.clients.sfn },
      { executionArn: `${base}:${name}` },
    ))
      all += JSON.stringify(page.events);
  return all;
};

export const privacy = (): void => {
  describe("no child's name outside the record", () => {
    it("is in a function's log", () => {
      const folder = join(lab.settings.stateDir, "logs");
      const logs = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
      expect(logs.length).toBeGreaterThan(5);
      for (const log of logs) expect(log).not.toMatch(canaries);
    });

    it("is in the history of an execution", async () => {
      for (const authority of [LEICESTERSHIRE, DERBY])
        expect(await histories(authority)).not.toMatch(canaries);
    });

    it("is in a subject", async () => {
      const mails = await lab.outbox();
      expect(mails.length).toBeGreaterThan(50);
      for (const { subject } of mails) expect(subject).not.toMatch(canaries);
    });
  });
};
