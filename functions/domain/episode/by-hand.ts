import * as z from "zod";
import { type Instant, toInstant, toIso } from "../calendar/instant.ts";
import type { Compact } from "../compact/compact.ts";
import type { Episode } from "./episode.ts";
import type { CompactEvent } from "./events.ts";

const text = z.string().trim().min(1);
const instant = z.iso.datetime({ offset: true });

/** How the authority heard of it, where no police report has come: the referral's source (ALL-20). */
export const sources = ["call", "walk-in", "other-authority", "school", "other"] as const;

export const openingSchema = z.strictObject({
  source: z.enum(sources),
  /** Who told it. */
  from: text,
  /** The force that will report, where the authority has several. */
  force: text.optional(),
  /** The police's own reference, where whoever called gave it. */
  reference: text.max(40).optional(),
  surname: text,
  forenames: text.optional(),
  dateOfBirth: z.iso.date(),
  missingSince: instant.optional(),
  /** The child is back already. */
  returnedAt: instant.optional(),
  homeAddress: text.optional(),
  careStatus: z.enum(["looked-after", "care-leaver", "not-looked-after", "not-known"]).optional(),
  placingAuthority: text.optional(),
  circumstances: text.optional(),
});

export type Opening = z.output<typeof openingSchema>;

/** As reports write a time. */
const written = (iso: string): string => `${new Date(toInstant(iso)).toISOString().slice(0, 19)}+00:00`;

const compactOf = (said: Opening, reference: string, kind: "missing" | "found"): Compact => ({
  kind,
  reference,
  ...(said.missingSince ? { missingSince: written(said.missingSince) } : {}),
  ...(kind === "found" && said.returnedAt ? { returnedAt: written(said.returnedAt) } : {}),
  ...(said.careStatus && said.careStatus !== "not-known" ? { careStatus: said.careStatus } : {}),
  ...(said.placingAuthority ? { placingAuthority: said.placingAuthority } : {}),
  ...(said.circumstances ? { circumstances: said.circumstances } : {}),
  child: {
    surname: said.surname,
    dateOfBirth: said.dateOfBirth,
    ...(said.forenames ? { forenames: said.forenames } : {}),
    ...(said.homeAddress ? { homeAddress: said.homeAddress } : {}),
  },
  provenance: {},
});

type From = Pick<CompactEvent, "force"> & {
  id: string;
  reference: string;
  who: Omit<NonNullable<CompactEvent["opened"]>, "source" | "from">;
  now: Instant;
};

/** What a person told us as events keep it: a report in our own words, which a later one of the police joins. */
export const openingEvents = (said: Opening, { id, reference, force, who, now }: From): CompactEvent[] => {
  const report = (kind: "missing" | "found", at: string | undefined): CompactEvent => ({
    kind: "compact",
    type: kind,
    id: `opened:${id}:${kind}`,
    mailId: `opened:${id}`,
    at: at ? toIso(toInstant(at)) : toIso(now),
    sentAt: toIso(now),
    recordedAt: toIso(now),
    force,
    trusted: true,
    compact: compactOf(said, reference, kind),
    opened: { ...who, source: said.source, from: said.from },
  });
  return [
    report("missing", said.missingSince),
    ...(said.returnedAt ? [report("found", said.returnedAt)] : []),
  ];
};

/** Everything wrong with what was said, beside its shape. */
export const openingFaults = (said: Opening, now: Instant): string[] => {
  const { missingSince, returnedAt } = said;
  const later = (name: string, iso: string | undefined) =>
    iso !== undefined && toInstant(iso) > now ? [`${name}: ${iso} has not come yet.`] : [];
  const isTurned =
    missingSince !== undefined && returnedAt !== undefined && toInstant(returnedAt) < toInstant(missingSince);
  return [
    ...later("missingSince", missingSince),
    ...later("returnedAt", returnedAt),
    ...(isTurned ? ["returnedAt: nobody comes back before going missing."] : []),
    ...(toInstant(`${said.dateOfBirth}T00:00:00Z`) > now ? ["dateOfBirth: has to be in the past."] : []),
  ];
};

const DAY = 24 * 3_600_000;

const statedStart = ({ compact, at }: Pick<CompactEvent, "compact" | "at">): Instant =>
  toInstant(compact.missingSince ?? compact.reportedAt ?? at);

/** An episode that a person opened and no report of the police's has joined yet. */
export const isOpenedByHand = ({ compacts }: Episode): boolean =>
  compacts.length > 0 && compacts.every(({ opened }) => opened !== undefined);

/** Whether a report tells of the absence that a person opened an episode for: it began no more than a day before, and no later than the return. */
export const joins = (report: Pick<CompactEvent, "compact" | "at">, episode: Episode): boolean => {
  if (!isOpenedByHand(episode) || episode.status === "cancelled") return false;
  const began = Math.min(...episode.compacts.map(statedStart));
  const said = statedStart(report);
  const isBack = report.compact.kind === "found" || report.compact.kind === "cancelled";
  return said >= began - DAY && (isBack || said <= (episode.returnedAt ?? Number.POSITIVE_INFINITY));
};
