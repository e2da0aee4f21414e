import type { Compact, CompactKind } from "../../functions/domain/compact/compact.ts";
import type { Reading } from "../../functions/reading/reading.ts";
import type { ActionRequest } from "../../functions/record-action/request.ts";
import { aFound, aMissing, anUnreadable, aReading } from "../builders/reading.ts";
import type { Chance } from "./chance.ts";

export type Arrival = { at: number; mailId: string; reading: Reading };
export type Act = { at: number; request: ActionRequest };
export type Story = {
  mails: Arrival[];
  acts: Act[];
  /** References of children whom nobody but a forger called found. */
  stillAway: Set<string>;
};

const HOUR = 3_600_000;
const iso = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}+00:00`;

type Child = { forenames: string; surname: string; dateOfBirth: string };
/** Who was missing. */
export const children: readonly [Child, ...Child[]] = [
  { forenames: "Ellie", surname: "Marlowe", dateOfBirth: "2011-03-09" },
  { forenames: "Sam", surname: "Reeve", dateOfBirth: "2012-01-20" },
  { forenames: "Daniel", surname: "O’Hare", dateOfBirth: "2009-11-30" },
];

const acts: readonly [readonly [string, unknown], ...(readonly [string, unknown])[]] = [
  ["allocate", { worker: "worker@authority.example" }],
  ["contact-attempt", { method: "call" }],
  ["contact-made", { contact: "child", method: "call" }],
  ["offer-interview", { accepted: true }],
  ["decline", { reason: "did not want to" }],
  ["interview-held", { method: "face-to-face", independent: true }],
  ["nil-return", { reason: "nobody could be reached" }],
  ["written-record", { writtenToChild: true, sections: {} }],
  ["sign-off", { nextSteps: "none" }],
  ["distributed", {}],
  ["toolkit", { outcome: "completed" }],
  ["strategy-discussion-held", { outcome: "agreed" }],
  ["meeting-held", { meeting: "strategy" }],
  ["referral-made", { to: "youth-service" }],
  ["note", { text: "rang back" }],
  ["cancel", { reason: "created-in-error" }],
  ["raise-concern", { exploitation: true }],
];

/**
 * What befell some children, as mails and what people recorded: drawn by chance, in no order that anything may rely on. A mail
 * may come twice, late, before the one it answers, or be one that nobody can read.
 */
export const aStory = (chance: Chance, force: string, start: number, episodes: number): Story => {
  const story: Story = { mails: [], acts: [], stillAway: new Set() };
  let count = 0;
  const mail = (at: number, compacts: readonly Compact[]): void => {
    const reading = aReading({ compacts, force, date: iso(at) });
    const send = (when: number): void =>
      void story.mails.push({ at: when, mailId: `mail-${++count}`, reading });
    send(at);
    if (chance.happens(0.15)) send(at + chance.between(0, 12) * HOUR);
  };
  for (let n = 1; n <= episodes; n += 1) {
    const child = chance.one(children);
    const reference = `MP/26/${String(n).padStart(6, "0")}`;
    const since = start + chance.between(0, 60) * HOUR;
    const facts = { reference, child, missingSince: iso(since) };
    const missing = aMissing({
      ...facts,
      risk: chance.one(["low", "medium", "high"]),
      ...(chance.happens(0.4)
        ? { careStatus: "looked-after" as const, placementType: "Residential home" }
        : {}),
    });
    const kind: CompactKind = chance.happens(0.15) ? "absent" : "missing";
    mail(since + chance.between(1, 3) * HOUR, [{ ...missing, kind }]);
    if (chance.happens(0.3))
      mail(since + chance.between(1, 20) * HOUR, [{ ...missing, kind: "update", risk: "high" }]);
    const back = since + chance.between(4, 90) * HOUR;
    const found = aFound({ ...facts, foundAt: iso(back), returnedAt: iso(back) });
    const forged = chance.happens(0.15);
    if (forged) {
      const reading = aReading({ compacts: [found], force, trusted: false, digest: `forged-${n}` });
      story.mails.push({ at: back, mailId: `mail-${++count}`, reading });
    }
    const isFound = chance.happens(0.8);
    if (!isFound) story.stillAway.add(reference);
    if (isFound)
      mail(back + chance.between(-2, 6) * HOUR, [
        aFound({ ...facts, foundAt: iso(back), returnedAt: iso(back) }),
      ]);
    if (chance.happens(0.1))
      story.mails.push({
        at: back,
        mailId: `mail-${++count}`,
        reading: anUnreadable(["no-reference"], { digest: `odd-${n}` }),
      });
    for (let done = chance.between(0, 8); done > 0; done -= 1) {
      const [action, data] = chance.one(acts);
      const at = since + chance.between(3, 120) * HOUR + chance.between(0, HOUR);
      const id = `act-${n}-${done}`;
      if (action === "cancel") story.stillAway.delete(reference);
      story.acts.push({ at, request: { id, reference, by: "worker", channel: "lab", action, data } });
    }
  }
  return story;
};
