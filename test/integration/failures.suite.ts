import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { DeleteItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { S } from "../../functions/adapters/dynamo/item.ts";
import { LEASE_MS, mailboxClaim } from "../../functions/core/fire-rungs/leases.ts";
import { toIso } from "../../functions/domain/calendar/instant.ts";
import { missingMail } from "./support/compact-mail.ts";
import { hoursFrom, isBy, LEICESTERSHIRE, lab, mailsAbout } from "./support/lab.ts";

/** The missing child's 72 hours end an hour from now. */
const nearlyLongMissing = async (reference: string, surname: string) => {
  const now = await lab.now();
  const at = Math.floor(hoursFrom(now, -71) / 60_000) * 60_000;
  const raw = missingMail({ reference, surname, at, sentAt: hoursFrom(now, -0.1) });
  await lab.sendAndWait({ raw, authority: LEICESTERSHIRE });
  const { id } = await lab.episode(reference, LEICESTERSHIRE);
  const { tables } = await lab.chosen(LEICESTERSHIRE);
  return { id, due: hoursFrom(at, 72), tables };
};

const CONVENOR = "ce-team@leicestershire.example";

/** Both conveners have a mail of their own. */
const discussionMails = async (reference: string) =>
  (await mailsAbout(reference)).filter(isBy("LEI-03")).filter(({ to }) => to.includes(CONVENOR));

/** Processes that run a function now, found by what the executor puts into their environment. */
const processesOf = (functionName: string): number[] =>
  readdirSync("/proc").flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const env = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
      const ours =
        env.includes(`AWS_LAMBDA_FUNCTION_NAME=${functionName}`) &&
        env.some((v) => v.includes(String(lab.settings.port)));
      return ours ? [Number(pid)] : [];
    } catch {
      return [];
    }
  });

export const failures = (): void => {
  describe("what fails on the way still ends in the mail", () => {
    it("LEI-03: a function killed in mid-invocation", async () => {
      const { due } = await nearlyLongMissing("MP/26/200001", "ARKLE");
      const frozen = processesOf("safe-return-leicestershire-follow-ladder");
      expect(frozen.length).toBeGreaterThan(0);
      for (const pid of frozen) process.kill(pid, "SIGSTOP");
      const moved = lab.advanceTo(hoursFrom(due, 0.2));
      await pause(1_500);
      for (const pid of frozen) process.kill(pid, "SIGKILL");
      await moved;
      expect(await discussionMails("MP/26/200001")).toHaveLength(1);
    });

    it("LEI-03: a deleted token", async () => {
      const { id, due, tables } = await nearlyLongMissing("MP/26/200002", "BRAE");
      const Key = { pk: S(`token#${id}#while-missing`) };
      await lab.clients.dynamo.send(new DeleteItemCommand({ TableName: tables.episodes, Key }));
      await lab.advanceTo(hoursFrom(due, 0.2));
      expect(await discussionMails("MP/26/200002")).toHaveLength(1);
    });

    it("LEI-03: a mailbox claimed by somebody who died before sending", async () => {
      const { due, tables } = await nearlyLongMissing("MP/26/200003", "CARN");
      const Item = { pk: S(mailboxClaim(CONVENOR)), until: S(toIso(due + LEASE_MS)) };
      await lab.clients.dynamo.send(new PutItemCommand({ TableName: tables.episodes, Item }));
      await lab.advanceTo(due + LEASE_MS / 2);
      expect(await discussionMails("MP/26/200003")).toHaveLength(0);
      await lab.advanceTo(due + LEASE_MS * 2);
      expect(await discussionMails("MP/26/200003")).toHaveLength(1);
    });
  });
};
