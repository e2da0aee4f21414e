import { createHash } from "node:crypto";
import { type Instant, inWords, toInstant } from "../../calendar/instant.ts";
import type { FactsRow } from "../facts-row.ts";
import type { Cohort, OpenLine } from "../input.ts";
import { backOf, HOUR, type Judged } from "../judged.ts";
import { type Cell, NOT_KNOWN, type Table } from "../table.ts";
import { repeatsOf } from "./repeats.ts";

const when = (at: Instant | undefined): string => (at === undefined ? NOT_KNOWN : inWords(at));
const byReference = (a: { row: FactsRow }, b: { row: FactsRow }): number =>
  a.row.reference < b.row.reference ? -1 : 1;
const teamOf = ({ marks }: FactsRow): string => {
  const team = marks.findLast(({ kind }) => kind === "allocated")?.codes?.team;
  return typeof team === "string" ? team : NOT_KNOWN;
};

const outcomeWords: Record<Judged["outcome"], string> = {
  held: "held",
  declined: "declined",
  "no-contact": "nobody reached",
  "voice-not-gathered": "voice not gathered",
  exempt: "exempt",
  waiting: "waiting",
};

const PARTS = ["In time", "Late", "Not held", "Not yet due"] as const;
const partOf = ({ due, inTime, heldAt }: Judged): (typeof PARTS)[number] => {
  if (!due) return "Not yet due";
  if (inTime) return "In time";
  return heldAt === undefined ? "Not held" : "Late";
};

/** In time, late, not held, not yet due: by team. */
export const timelinessByTeam = ({ returned }: Cohort): Table => {
  const ours = returned.filter(({ toInterview }) => toInterview);
  const rowOf = (name: string, some: readonly Judged[]): Cell[] => {
    const counts = PARTS.map((part) => some.filter((one) => partOf(one) === part).length);
    const due = some.filter((one) => one.due).length;
    return [name, some.length, ...counts, { count: counts[0] ?? 0, of: due }];
  };
  const teams = [...Map.groupBy(ours, ({ row }) => teamOf(row))].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    id: "by-team",
    title: "Interviews in 72 hours, by team",
    definition: {
      counted: "returns to interview of the period, by the team they were last allocated to",
      of: "for the share: returns of which 72 hours have passed",
      without: "exempt returns, other authorities' children, absences",
    },
    columns: ["Team", "Returns", ...PARTS, "Share in time"],
    rows: [...teams.map(([team, some]) => rowOf(team, some)), rowOf("all", ours)],
    total: true,
  };
};

export const timelinessList = ({ returned }: Cohort): Table => ({
  id: "timeliness-list",
  title: "Each return to interview",
  definition: {
    counted: "a line for each return to interview",
    without: "exempt returns, other authorities' children, absences",
  },
  columns: ["Episode", "Team", "Returned", "72 hours end", "Interview", "Is"],
  rows: returned
    .filter(({ toInterview }) => toInterview)
    .toSorted(byReference)
    .map((one) => [
      one.row.reference,
      teamOf(one.row),
      when(one.back),
      when(one.back + 72 * HOUR),
      one.heldAt === undefined ? outcomeWords[one.outcome] : when(one.heldAt),
      partOf(one).toLowerCase(),
    ]),
});

const lateFinds = ({ returned }: Cohort): Judged[] =>
  returned.filter(({ row }) => {
    const found = row.foundAt ?? row.returnedAt;
    const told = row.foundNotifiedAt;
    return found !== undefined && told !== undefined && toInstant(told) - toInstant(found) > SHIFT_MS;
  });

/** An officer's shift, in which the find has to be notified (Torbay 1.1). */
const SHIFT_MS = 10 * HOUR;

const riskAndCare = ({ risk, care }: FactsRow): Cell[] => [risk ?? NOT_KNOWN, care ?? NOT_KNOWN];

export const newEpisodes = ({ begun }: Cohort): Table => ({
  id: "new",
  title: "New in the period",
  definition: { counted: "episodes that began in the period", without: "cancelled episodes" },
  columns: ["Episode", "Missing since", "Risk", "Care", "Came back"],
  rows: begun
    .toSorted((a, b) => (a.startAt < b.startAt ? -1 : 1))
    .map((row) => [
      row.reference,
      when(toInstant(row.startAt)),
      ...riskAndCare(row),
      backOf(row) === undefined ? "still missing" : when(backOf(row)),
    ]),
});

export const stillAway = ({ away, cutOff }: Cohort): Table => ({
  id: "away",
  title: "Missing at the cut-off",
  definition: { counted: "episodes whose child was not back at the cut-off", without: "cancelled episodes" },
  columns: ["Episode", "Missing since", "Risk", "Care", "Hours missing"],
  rows: away
    .toSorted((a, b) => (a.startAt < b.startAt ? -1 : 1))
    .map((row) => [
      row.reference,
      when(toInstant(row.startAt)),
      ...riskAndCare(row),
      Math.floor((cutOff - toInstant(row.startAt)) / HOUR),
    ]),
});

export const openInterviews = ({ cutOff, returned }: Cohort): Table => ({
  id: "open",
  title: "Returned, and waiting for an interview",
  definition: {
    counted: "returns of the period to interview whose wait nothing has ended",
    without: "exempt returns, other authorities' children, absences",
  },
  columns: ["Episode", "Returned", "72 hours end", "Is"],
  rows: returned
    .filter(({ toInterview, outcome }) => toInterview && outcome === "waiting")
    .toSorted(byReference)
    .map(({ row, back }) => [
      row.reference,
      when(back),
      when(back + 72 * HOUR),
      back + 72 * HOUR <= cutOff ? "overdue" : "not yet due",
    ]),
});

/** TOR-42: late found mails and whatever concern a worker raised. */
export const processConcerns = (cohort: Cohort): Table => ({
  id: "concerns",
  title: "Concerns with the process",
  definition: {
    counted:
      "found mails more than 10 hours, an officer's shift, after the find (1.1); and each concern a person recorded in the period",
  },
  columns: ["Episode", "Concern", "When", "Hours after the find"],
  rows: [
    ...lateFinds(cohort)
      .toSorted(byReference)
      .map(({ row, back }): Cell[] => {
        const told = toInstant(row.foundNotifiedAt ?? row.notifiedAt);
        const found = toInstant(row.foundAt ?? row.returnedAt ?? row.startAt);
        return [
          row.reference,
          "late found mail",
          when(told),
          Math.round((told - Math.min(found, back)) / HOUR),
        ];
      }),
    ...cohort.rows.flatMap((row) =>
      row.marks
        .filter(
          ({ kind, at }) =>
            kind === "concern-raised" &&
            toInstant(at) >= cohort.period.from &&
            toInstant(at) < cohort.period.to,
        )
        .map(({ at }): Cell[] => [
          row.reference,
          "raised by a worker; its words stand in the episode",
          when(toInstant(at)),
          "",
        ]),
    ),
  ],
});

/** Whom a forum on exploitation speaks of: flagged, or missing often. */
const isForPanel = (row: FactsRow, often: ReadonlySet<string>): boolean =>
  row.flags.includes("exploitation") || row.flags.includes("trafficking") || often.has(row.child);

export const panelList =
  (title: string) =>
  (cohort: Cohort): Table => {
    const often = new Set(
      [...repeatsOf(cohort, 90)].flatMap(([child, run]) => (run.length >= 3 ? [child] : [])),
    );
    const children = Map.groupBy(
      cohort.begun.filter((row) => isForPanel(row, often)),
      ({ child }) => child,
    );
    const rows = [...children.values()].map((own) => {
      const last = own.toSorted((a, b) => (a.startAt < b.startAt ? -1 : 1)).at(-1);
      const exploited = own.some(
        ({ flags }) => flags.includes("exploitation") || flags.includes("trafficking"),
      );
      return [
        last?.district ?? NOT_KNOWN,
        own
          .map(({ reference }) => reference)
          .toSorted()
          .join(", "),
        own.length,
        exploited ? "yes" : "no",
        often.has(last?.child ?? "") ? "yes" : "no",
        last?.care ?? NOT_KNOWN,
      ];
    });
    return {
      id: "panel",
      title,
      definition: {
        counted:
          "children with an episode in the period who are flagged for exploitation or trafficking, or were missing 3 times in 90 days; by the postcode district they last went missing from",
        without: "cancelled episodes",
      },
      columns: ["Locality", "Episodes", "Number", "Flagged", "3 in 90 days", "Care"],
      rows: rows.toSorted(
        (a, b) => String(a[0]).localeCompare(String(b[0])) || String(a[1]).localeCompare(String(b[1])),
      ),
    };
  };

/** Open duties of a kind, longest overdue first. */
export const openDuties =
  (id: string, title: string, is: (line: OpenLine, cutOff: Instant) => boolean, counted: string) =>
  ({ open, cutOff }: Cohort): Table => ({
    id,
    title,
    definition: { counted },
    columns: ["Episode", "What is open", "Rule", "Owner", "Since", "Limit"],
    rows: open
      .filter((line) => is(line, cutOff))
      .toSorted(
        (a, b) =>
          (a.dueAt ?? a.createdAt).localeCompare(b.dueAt ?? b.createdAt) ||
          (a.reference < b.reference ? -1 : 1),
      )
      .map(({ reference, title: what, rule, owner, createdAt, dueAt }) => [
        reference,
        what,
        rule,
        owner,
        when(toInstant(createdAt)),
        dueAt === undefined ? "none in the protocol" : when(toInstant(dueAt)),
      ]),
  });

export const isOverdue = ({ dueAt }: OpenLine, cutOff: Instant): boolean =>
  dueAt !== undefined && toInstant(dueAt) <= cutOff;

const SAMPLE = 10;

/** For audit: the same for everybody who asks, and nobody's choice. In the order of a digest over period and episode. */
export const auditSample = ({ due, period, authority }: Cohort): Table => {
  const lot = ({ row }: Judged) =>
    createHash("sha256").update(`${authority}#${period.name}#${row.episodeId}`).digest("hex");
  const held = due.filter(({ heldAt }) => heldAt !== undefined);
  const drawn = held.map((one) => ({ one, key: lot(one) })).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return {
    id: "sample",
    title: "Sample of interviews for audit",
    definition: {
      counted: `up to ${SAMPLE} interviewed returns, drawn by a digest over authority, period and episode: the same however often it is drawn`,
      of: `${held.length} interviewed returns`,
    },
    columns: ["Episode", "Returned", "Interview", "Hours"],
    rows: drawn
      .slice(0, SAMPLE)
      .map(({ one }) => [
        one.row.reference,
        when(one.back),
        when(one.heldAt),
        Math.round(((one.heldAt ?? one.back) - one.back) / HOUR),
      ]),
  };
};

/** Rutland's tracker: one row an episode, missing or absent. */
export const tracker = ({ begun, cutOff, forces }: Cohort): Table => ({
  id: "tracker",
  title: "Missing and Absent Tracker",
  definition: {
    counted: "one row for each episode that began in the period, missing or absent",
    without: "cancelled episodes",
  },
  columns: [
    "Episode",
    "Force",
    "Missing or absent",
    "Since",
    "Told",
    "Returned",
    "Risk",
    "Care",
    "Referred",
    "Interview",
    "Signed off",
    "Closed with",
  ],
  rows: begun
    .toSorted((a, b) => (a.startAt < b.startAt ? -1 : 1))
    .map((row) => {
      const first = (kind: string) => row.marks.find((mark) => mark.kind === kind)?.at;
      const shown = (at: string | undefined): string => (at === undefined ? "" : when(toInstant(at)));
      const end = row.marks.findLast(({ kind }) =>
        ["held", "declined", "no-contact", "voice-not-gathered", "exempt"].includes(kind),
      );
      const back = backOf(row);
      return [
        row.reference,
        forces[row.force] ?? row.force,
        row.absence ? "absent" : "missing",
        when(toInstant(row.startAt)),
        when(toInstant(row.notifiedAt)),
        back === undefined || back > cutOff ? "" : when(back),
        ...riskAndCare(row),
        shown(first("referred")),
        shown(first("held")),
        shown(first("signed-off")),
        end?.kind ?? "",
      ];
    }),
});
