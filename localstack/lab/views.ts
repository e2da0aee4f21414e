import { actionNames, actionSchemas } from "../../functions/domain/episode/actions.ts";
import { functionNames } from "../../infra/functions.ts";
import type { Accounted } from "./accounted.ts";
import type { Advanced } from "./clock.ts";
import type { DecidedMail } from "./decide.ts";
import type { DutyView, EpisodeView } from "./episode.ts";
import type { EpisodeLine } from "./episodes.ts";
import type { ExecutionLine } from "./executions.ts";
import type { SentMail } from "./outbox.ts";
import type { Waiting } from "./quarantine.ts";
import { table } from "./table.ts";
import { shortlyIso } from "./times.ts";

/** What a person reads where a machine reads JSON. Times are London's. */

export const accountedText = ({ mailId, outcome, episodes, reasons }: Accounted): string =>
  [`${mailId}: ${outcome}`, episodes.join(", "), reasons.join(", ")].filter(Boolean).join(" · ");

/** What ran at each stop only to see that nothing was forgotten. */
const safeguards = new Set<string>(["sweep-outbox", "watch-deadlines", "reconcile-mail"]);

const inWords = (due: string): string[] => {
  const scheduled = functionNames.find((name) => due.includes(`Schedules${name.replaceAll("-", "")}`));
  if (!scheduled) return [due.replace(/^sfn-timeout: /, "")];
  return safeguards.has(scheduled) ? [] : [scheduled];
};

export const advancedText = ({ now, stops }: Advanced): string =>
  [
    ...stops.flatMap(({ at, due }) => {
      const words = [...new Set(due.flatMap(inWords))];
      return words.length === 0 ? [] : [`${shortlyIso(at)}  ${words.join(", ")}`];
    }),
    `It is now ${shortlyIso(now)} in London.`,
  ].join("\n");

export const episodesText = (episodes: readonly EpisodeLine[]): string =>
  episodes.length === 0
    ? "No episodes yet."
    : table(
        ["Reference", "Status", "Started", "Next"],
        episodes.map((e) => [
          e.reference,
          e.status,
          shortlyIso(e.startAt),
          e.nextRungAt ? shortlyIso(e.nextRungAt) : "",
        ]),
      );

const dutyRow = (d: DutyView): string[] => [
  d.rule,
  d.clause,
  d.duty,
  d.dueAt ? shortlyIso(d.dueAt) : "no limit",
  d.reason ? `${d.state}: ${d.reason}` : d.state,
  d.rungsFired.join(", "),
];

export const episodeText = (e: EpisodeView): string =>
  [
    `${e.reference}: ${e.status}  (${e.id}, profile ${e.profile})`,
    "",
    table(["Rule", "Clause", "Duty", "Due", "State", "Mails sent"], e.duties.map(dutyRow)),
    "",
    table(
      ["When", "What happened"],
      e.events.map((event) => [shortlyIso(event.at), event.type.replaceAll("-", " ")]),
    ),
  ].join("\n");

export const outboxText = (mails: readonly SentMail[]): string =>
  mails.length === 0
    ? "No mails sent yet."
    : table(
        ["Sent", "Rule", "To", "Subject"],
        mails.map((m) => [m.at ? shortlyIso(m.at) : "", m.rule, m.to.join(", "), m.subject]),
      );

export const quarantineText = (mails: readonly Waiting[]): string =>
  mails.length === 0
    ? "No mail waits for a person."
    : table(
        ["Received", "Mail", "Why"],
        mails.map((m) => [shortlyIso(m.receivedAt), m.mailId, m.reasons.join(", ")]),
      );

export const decidedText = ({ mailId, outcome, episodes }: DecidedMail): string =>
  [`${mailId}: ${outcome}`, episodes.join(", ")].filter(Boolean).join(" · ");

export const executionsText = (executions: readonly ExecutionLine[]): string =>
  executions.length === 0
    ? "No executions yet."
    : table(
        ["Execution", "Status", "Waiting for"],
        executions.map((e) => [e.name, e.status, e.waitingFor ?? ""]),
      );

/** The fields an action's data has; those with ? may be left out. */
const fieldsOf = (name: (typeof actionNames)[number]): string => {
  const { shape } = actionSchemas[name];
  return Object.entries(shape)
    .map(([field, schema]) => (schema.safeParse(undefined).success ? `${field}?` : field))
    .join(", ");
};

export const actionsText = (): string =>
  table(
    ["Action", "Data"],
    actionNames.map((name) => [name, fieldsOf(name)]),
  );
