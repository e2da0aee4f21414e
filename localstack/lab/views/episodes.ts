import type { DutyView, EpisodeView, EventView } from "../episode/episode.ts";
import type { EpisodeAhead } from "../episode/episodes.ts";
import type { NextStep } from "../episode/next-step.ts";
import { table } from "../table.ts";
import { shortlyIso } from "../times.ts";

const nextText = ({ kind, at, rule, duty, rung }: NextStep): string => {
  const what = {
    mail: `mail "${rung}"`,
    limit: "the limit",
    overdue: "overdue since then",
    "no-limit": "open, no limit",
  }[kind];
  return [at ? shortlyIso(at) : "", `${rule} ${duty}: ${what}`].filter(Boolean).join("  ");
};

export const episodesText = (episodes: readonly EpisodeAhead[]): string =>
  episodes.length === 0
    ? "No episodes yet."
    : table(
        ["Reference", "Status", "Started", "Next"],
        episodes.map((e) => [
          e.reference,
          e.status,
          shortlyIso(e.startAt),
          e.next ? nextText(e.next) : "nothing",
        ]),
      );

const dutyRow = (d: DutyView): string[] => [
  d.rule,
  d.clause,
  d.duty,
  d.dueAt ? shortlyIso(d.dueAt) : "no limit",
  d.state,
  d.rungsFired.join(", "),
  d.reason ?? "",
];

const decisionText = ({
  mailId,
  releasedAt,
  by,
  reason,
  corrected = [],
  confirmed,
  sameChild,
}: EventView): string =>
  [
    releasedAt ? `, released by ${by} ${shortlyIso(releasedAt)}` : `: mail attached by ${by}`,
    `: ${reason ?? mailId}`,
    corrected.length > 0 ? `; corrected: ${corrected.join(", ")}` : "",
    confirmed === undefined ? "" : `; the force ${confirmed ? "confirmed it" : "did not confirm it"}`,
    sameChild ? "; said to be the same child" : "",
  ].join("");

const eventText = (event: EventView): string => {
  const { type, by, rule, duty, rung, mailId, to = [] } = event;
  const what = type.replaceAll("-", " ");
  if (mailId !== undefined) return `${what}${decisionText(event)}`;
  return rung === undefined
    ? `${what}${by ? `, by ${by}` : ""}`
    : `mail ${rule} ${duty} "${rung}" to ${to.join(", ")}`;
};

export const episodeText = (e: EpisodeView): string =>
  [
    `${e.reference}: ${e.status}  (${e.id}, profile ${e.profile})`,
    "",
    table(["Rule", "Clause", "Duty", "Due", "State", "Mails sent", "Reason"], e.duties.map(dutyRow)),
    "",
    table(
      ["When", "What happened"],
      e.events.map((event) => [shortlyIso(event.at), eventText(event)]),
    ),
  ].join("\n");
