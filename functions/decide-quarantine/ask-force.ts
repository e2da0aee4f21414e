import * as z from "zod";
import { commit } from "../core/append-events/commit.ts";
import { LEASE_MS } from "../core/fire-rungs/leases.ts";
import type { LedgerEntry } from "../core/ports/writes.ts";
import { inWords, toInstant, toIso } from "../domain/calendar/instant.ts";
import { whoOf } from "../domain/console/actor.ts";
import { TransientError } from "../domain/errors.ts";
import type { Letter } from "../domain/letters/letter.ts";
import type { Profile } from "../domain/profile/profile.ts";
import type { DecideDeps } from "./effect.ts";
import { claimOf } from "./pass-on.ts";
import type { Deciding } from "./request.ts";

type Force = Profile["forces"][number];

const dataSchema = z.object({ force: z.string().optional() });

/** Named by the person, else known from the sender, else the only one there is. */
export const forceToAsk = (
  { data }: Deciding,
  { force }: LedgerEntry,
  { forces }: Profile,
): Force | undefined => {
  const named = dataSchema.safeParse(data ?? {}).data?.force ?? force;
  return named === undefined && forces.length === 1 ? forces[0] : forces.find(({ id }) => id === named);
};

/** It goes to another body, so it says which mail is meant by when it came, and nothing of what stands in it. */
const letter = ({ mailId, receivedAt }: LedgerEntry, force: Force, { name, mail }: Profile): Letter => ({
  to: [force.mailbox],
  subject: `A report of yours that ${name} could not act on: ${mailId}`,
  rules: ["quarantine"],
  paragraphs: [
    {
      heading: `${name} asks about a mail of yours`,
      lines: [
        `We received it on ${inWords(toInstant(receivedAt))}, and could not act on it.`,
        `Our number for it: ${mailId}`,
      ],
    },
    {
      heading: "What to do",
      lines: [
        `Send the report again as a mail of its own, with your reference, to ${mail.ingest}; or answer this mail so that we can ring you.`,
        "Please write nothing about a child in an answer to this mail.",
      ],
    },
  ],
});

export type Asked = { outcome: "asked"; mailId: string };

/** Asks the force about a mail that waits, and notes on it who asked and when. The mail waits on. */
export const askForce = async (
  entry: LedgerEntry,
  request: Deciding,
  force: Force,
  deps: DecideDeps,
): Promise<Asked> => {
  const { mailId } = entry;
  const answer: Asked = { outcome: "asked", mailId };
  if (entry.asked?.some(({ id }) => id === request.id)) return answer;
  const now = deps.now();
  if (!(await deps.claims.take(claimOf(request), now, now + LEASE_MS)))
    throw new TransientError("the force is being asked");
  await deps.send(letter(entry, force, deps.profiles.current.profile), now);
  const asked = { id: request.id, force: force.id, ...whoOf(request), at: toIso(now) };
  const waits = async () => (await deps.ledger.entry(mailId))?.decision === undefined;
  return commit(
    // Decided about meanwhile, the mail waits no longer, and there is nothing to note it on.
    async () =>
      (await waits())
        ? {
            answer,
            writes: [
              { kind: "asked", mailId, asked },
              { kind: "rung-sent", claim: claimOf(request) },
            ],
          }
        : { answer },
    deps,
  );
};
