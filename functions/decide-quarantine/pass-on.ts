import * as z from "zod";
import { sayable } from "../core/alert-quarantine/alert-quarantine.ts";
import { LEASE_MS } from "../core/fire-rungs/leases.ts";
import type { LedgerEntry } from "../core/ports/writes.ts";
import { inWords, toInstant } from "../domain/calendar/instant.ts";
import type { CompactDraft } from "../domain/compact/compact.ts";
import { TransientError } from "../domain/errors.ts";
import { compactParagraphs } from "../domain/letters/compact-paragraphs.ts";
import type { Letter, Paragraph } from "../domain/letters/letter.ts";
import { peopled } from "../domain/office/office.ts";
import type { Profile } from "../domain/profile/profile.ts";
import { fail, ok, type Result } from "../domain/result.ts";
import type { Reading } from "../reading/reading.ts";
import type { DecideDeps, Effect, Fault } from "./effect.ts";
import type { Deciding } from "./request.ts";

const dataSchema = z.object({ to: z.string() });

const roleIn = ({ data }: Deciding): string => dataSchema.safeParse(data).data?.to ?? "";

/** To the profile's recipients only: what the mail says of a child goes to no address that somebody types. */
export const passedOn = async (
  _entry: LedgerEntry,
  request: Deciding,
  { profiles }: Pick<DecideDeps, "profiles">,
): Promise<Result<Effect, Fault>> => {
  const roles = Object.keys(profiles.current.profile.recipients);
  const to = roleIn(request);
  const reason = request.reason?.trim();
  const faults = [
    ...(roles.includes(to) ? [] : [`to: say to whom, one of ${roles.join(", ")}.`]),
    ...(reason ? [] : ["Say why the mail is theirs: a reason is kept with it and told them."]),
  ];
  return reason && faults.length === 0
    ? ok({ kind: "passed-on", events: new Map(), outcome: "quarantined", reason, to })
    : fail(faults);
};

const report = (draft: CompactDraft, index: number): Paragraph[] => {
  const { kind, reference, flags = [], risk } = draft;
  const [read, ...others] = compactParagraphs({
    facts: draft,
    flags: new Set(flags),
    ...(risk ? { highestRisk: risk } : {}),
  });
  return [
    {
      heading: `Report ${index + 1}: ${kind ?? "kind not known"}, reference ${reference ?? "not known"}`,
      lines: read?.lines.length ? read.lines : ["Nothing else could be read."],
    },
    ...others,
  ];
};

const letter = (entry: LedgerEntry, request: Deciding, { result }: Reading, profile: Profile): Letter => {
  const { compacts } = result;
  const waiting = result.status === "accepted" ? (result.waiting ?? []) : [];
  const drafts = [...compacts, ...waiting];
  const force = profile.forces.find(({ id }) => id === entry.force)?.name ?? "a sender we do not know";
  return {
    to: profile.recipients[roleIn(request)]?.addresses ?? [],
    subject: `A police mail that is yours to act on: ${entry.mailId}`,
    rules: ["quarantine"],
    paragraphs: [
      {
        heading: `${profile.name} passes a police mail on to you`,
        lines: [
          `Received: ${inWords(toInstant(entry.receivedAt))}, from ${force}`,
          `Passed on by: ${request.actor?.name ?? request.by}`,
          `Why: ${request.reason?.trim()}`,
          `It waited as: ${sayable(entry.reasons).join(", ")}`,
          "Nobody here acts on it. If it is not yours either, answer this mail at once.",
        ],
      },
      ...(drafts.length > 0
        ? drafts.flatMap(report)
        : [{ lines: ["Nothing in it could be read as a report: ask the force to send it to you."] }]),
    ],
  };
};

/**
 * Sent before it is decided: a mail that counts as passed on has gone. Claimed under the request's id, so that the same
 * form twice sends once, or twice where SES took it and the decision was lost; never not at all.
 */
export const sendOn = async (entry: LedgerEntry, request: Deciding, deps: DecideDeps): Promise<void> => {
  const now = deps.now();
  if (!(await deps.claims.take(claimOf(request), now, now + LEASE_MS)))
    throw new TransientError("the mail is being passed on");
  const reading = await deps.read(entry);
  const profile = peopled(deps.profiles.current.profile, await deps.people());
  await deps.send(letter(entry, request, reading, profile), now);
};

export const claimOf = ({ decision, mailId, id }: Deciding): string => `${decision}#${mailId}#${id}`;
