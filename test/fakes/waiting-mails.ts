import type { DecisionAnswer, DecisionSent, WaitingMails } from "../../functions/core/ports/waiting-mails.ts";
import type { LedgerEntry } from "../../functions/core/ports/writes.ts";
import type { Reading } from "../../functions/reading/reading.ts";
import { anUnreadable } from "../builders/reading.ts";

export type WaitingMail = { entry: LedgerEntry; reading?: Reading };

/** Mails that wait, what the console sends about them, and the answers that a test puts in. */
export const someWaitingMails = (mails: readonly WaitingMail[] = []) => {
  const entries = new Map(mails.map(({ entry }) => [entry.mailId, entry]));
  const readings = new Map(mails.map(({ entry, reading }) => [entry.mailId, reading]));
  const sent: DecisionSent[] = [];
  const answers = new Map<string, DecisionAnswer>();
  const port: WaitingMails = {
    all: async () => [...entries.values()].filter(({ decision }) => decision === undefined),
    entry: async (mailId) => entries.get(mailId),
    read: async ({ mailId, reasons }) => readings.get(mailId) ?? anUnreadable(reasons),
    link: async ({ mailId }, file) =>
      file === "mail" ? `https://files.example/${encodeURIComponent(mailId)}?signed` : undefined,
    decide: async (decision) => void sent.push(decision),
    answer: async (id) => answers.get(id),
  };
  return { port, entries, sent, answers };
};
