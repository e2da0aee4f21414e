import { amountInWords } from "../../calendar/deadline.ts";
import { hoursInWords } from "../../calendar/office-hours.ts";
import { isListed } from "../../duty/rungs.ts";
import { citationOf } from "../citation.ts";
import type { Profile } from "../profile.ts";
import type { Guard, Rule, Rung } from "../rule.ts";
import { AUTHORITY } from "../staff.ts";
import { notCovered, type Paper, type Papers } from "./coverage.ts";
import { laidOut } from "./lay-out.ts";
import { plain, sayAction, type TitleOf } from "./say-action.ts";
import { sayAnchor, sayCondition } from "./say-condition.ts";

/** Who a role is; their mailboxes stand at the end, under "Who is who". */
const nameOf = (role: string, profile: Profile): string => {
  const { recipients, standIns, quarantine } = profile;
  if (role === "owner" || role === "force") return role === "force" ? "the force" : "the owner";
  if (role === "reviewing-officer")
    return `the child's own reviewing officer (until one is named: ${recipients[standIns[role] ?? ""]?.name ?? "nobody"})`;
  if (role === "interviewer") return "the interviewer (else the allocated worker)";
  if (role === "allocated-worker" || role === "line-manager")
    return `the ${plain(role)} (until one is named: ${recipients[standIns[role]]?.name ?? standIns[role]})`;
  if (role === "office" || role === "office-next")
    return nameOf(role === "office" ? quarantine.role : quarantine.next, profile);
  return recipients[role]?.name ?? role;
};

const sayLimit = ({ anchor, ...amount }: Rule["due"][number]): string =>
  `${amountInWords(amount)} after ${sayAnchor(anchor)}`;

export const sayDue = ({ due, localLimit }: Rule): string => {
  if (due.length === 0) return "Due: the protocol sets no limit.";
  const clocks = due.map(sayLimit);
  const whose = localLimit ? " (local practice: the source sets no limit)" : "";
  return `Due: ${clocks.join(", or ")}${due.length > 1 ? ", whichever comes first" : ""}${whose}.`;
};

export const sayOwner = ({ owner }: Rule, profile: Profile): string =>
  `Owner: ${owner
    .map(({ role, when }) => `${nameOf(role, profile)}${when ? ` if ${sayCondition(when)}` : ""}`)
    .join("; else ")}.`;

const timeOf = (rung: Rung): string => {
  const { from, amount, unit, at: timeOfDay, every } = rung;
  const where = from === "due" ? "the limit" : "this arises";
  const at =
    amount === 0
      ? from === "due"
        ? "At the limit"
        : "At once"
      : `${amountInWords({ amount: Math.abs(amount), unit })} ${amount < 0 ? "before" : "after"} ${where}${timeOfDay ? `, at ${timeOfDay}` : ""}`;
  if (!every) return at;
  return isListed(rung)
    ? `${at}, then in the morning list`
    : `${at}, then every ${amountInWords(every).replace(/^1 /, "")}`;
};

export const sayMail = (rung: Rung, profile: Profile): string => {
  const cited = rung.rule ? ` [${rung.rule}, clause ${rung.clause ?? "?"}]` : "";
  const whose = rung.local
    ? rung.local === "when"
      ? " (when is local practice, not the source's)"
      : " (local practice, not the source's)"
    : "";
  const urgent = rung.urgent ? ", out of hours as well" : "";
  return `  ${timeOf(rung)}, to ${rung.to.map((role) => nameOf(role, profile)).join(" and ")}${urgent}${cited}${whose}: ${rung.says}${rung.act ? ` To do: ${rung.act}` : ""}`;
};

/** Duties are called by their titles. */
export const titlesOf =
  ({ rules }: Profile): TitleOf =>
  (duty) =>
    rules.find((rule) => rule.duty === duty)?.title ?? plain(duty);

/** Anybody of the authority or of a partner, or one role. */
const bodyOf = (by: string, profile: Profile): string => {
  if (by === AUTHORITY) return `anybody of ${profile.name}`;
  const partner = profile.partners[by];
  return partner ? `anybody of ${partner.name}` : nameOf(by, profile);
};

const evidenceOf = (e: Rule["endedBy"][number], profile: Profile, titleOf: TitleOf): string =>
  `  - ${sayAction(e, titleOf)}${e.by ? `, recorded by ${bodyOf(e.by, profile)}` : ""}${e.once ? `, once ${sayAction({ action: e.once }, titleOf)} is recorded too` : ""}${e.undoneBy ? ` (open again after ${sayAction({ action: e.undoneBy }, titleOf)})` : ""}`;

const listed = (head: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [head, ...lines] : [];

export const sayEnds = (rule: Rule, profile: Profile): string[] => {
  const titleOf = titlesOf(profile);
  const ends = (as: "done" | "not-required") =>
    rule.endedBy.filter((e) => e.as === as).map((e) => evidenceOf(e, profile, titleOf));
  const excused = rule.notRequired.map(({ when, reason }) => `  - ${sayCondition(when, titleOf)}: ${reason}`);
  return [
    ...listed("Done once any of this is recorded:", ends("done")),
    ...(rule.doneWhen ? laidOut("Done once", rule.doneWhen, titleOf) : []),
    ...(rule.closes
      ? ["Done, it closes the episode: whatever else is open then ends with the reason given."]
      : []),
    ...(rule.notice ? ["Done once its mail has gone."] : []),
    ...listed(
      "No longer required, with the reason kept, once any of this is recorded:",
      ends("not-required"),
    ),
    ...listed("Not required when:", excused),
  ];
};

const explainRule = (rule: Rule, profile: Profile): string[] => [
  `${rule.id}, clause ${rule.clause}: ${rule.title}`,
  ...laidOut("When", rule.when, titlesOf(profile)),
  sayOwner(rule, profile),
  sayDue(rule),
  ...(rule.series ? ["Each one held starts the next."] : []),
  ...(rule.firstBy
    ? [`Where none is held by ${sayLimit(rule.firstBy)}, the next is counted from there.`]
    : []),
  `To do: ${rule.act}`,
  ...(rule.rungs.length > 0
    ? ["Mails:", ...rule.rungs.map((rung) => sayMail(rung, profile))]
    : [rule.due.length > 0 ? "No mail." : "No mail of its own: it stands in the owner's daily list."]),
  ...(rule.carries ? [`Its mails carry: the ${plain(rule.carries)}.`] : []),
  ...sayEnds(rule, profile),
  "",
];

const explainGuard = (
  { id, clause, local, actions, refuseWhen, says }: Guard,
  titleOf: TitleOf,
): string[] => [
  ...laidOut(
    `${citationOf({ rule: id, clause, local })}: to record ${actions.map((action) => sayAction({ action }, titleOf)).join(", or ")} is refused when`,
    refuseWhen,
    titleOf,
  ),
  `  The answer: ${says}`,
  "",
];

/** Who has their list otherwise than every morning. */
const sayList = (when: Profile["lists"][string] | undefined): string =>
  when === undefined || when === "daily"
    ? ""
    : ` (their list: ${when === "weekly" ? "weekly on monday" : when})`;

const explainSection = ({ title, clause, topics = [], forChild }: Profile["form"][number]): string[] => [
  `- ${title}${clause ? ` (clause ${clause})` : ""}`,
  ...topics.map((topic) => `  - ${topic}`),
  ...(forChild ? [`  In the child's copy: ${forChild}`] : []),
];

export const underlined = (title: string): string[] => [title, "=".repeat(title.length), ""];

const explainPaper = (profile: Profile, source: string, paper: Paper): string[] => {
  const lines = notCovered(profile, paper);
  const title = profile.sources[source]?.title ?? source;
  return lines.length > 0 ? [`${title}:`, ...lines, ""] : [`${title}: each of its clauses has a rule.`, ""];
};

const explainOfficeHours = (profile: Profile): string[] => {
  const lines = Object.entries(profile.officeHours).map(
    ([role, { hours, outOfHours }]) =>
      `${nameOf(role, profile)}: ${hoursInWords(hours)}, closed on bank holidays; ${
        outOfHours
          ? `what is urgent goes out of hours to ${outOfHours.name} (${outOfHours.addresses.join(", ")}) as well`
          : "nobody out of hours"
      }.`,
  );
  return lines.length > 0 ? [...underlined("Out of hours"), ...lines, ""] : [];
};

/** The protocol read back in plain English with its clauses, to be checked against the paper. */
export const explain = (profile: Profile, papers: Papers = {}): string =>
  [
    ...underlined(profile.name),
    ...Object.values(profile.sources).map(({ title }) => `Source: ${title}`),
    `Mails come in at ${profile.mail.ingest}; answers go to ${profile.mail.replyTo}.`,
    profile.foundComesAlone
      ? "A found report may come alone: it opens an episode."
      : "A found report that comes alone opens an episode, and the force is asked for the missing one.",
    "",
    ...underlined("What has to be done"),
    ...profile.rules.flatMap((rule) => explainRule(rule, profile)),
    ...underlined("What is refused"),
    ...profile.guards.flatMap((guard) => explainGuard(guard, titlesOf(profile))),
    ...(profile.permittedContacts.length > 0 ? underlined("Whom to contact") : []),
    ...profile.permittedContacts.flatMap(({ clause, when, says }) => [
      `Clause ${clause}: when ${sayCondition(when, titlesOf(profile))}: ${says}`,
      "",
    ]),
    ...underlined("Who is who"),
    ...Object.entries(profile.recipients).map(
      ([role, { name, addresses }]) => `${name}: ${addresses.join(", ")}${sayList(profile.lists[role])}`,
    ),
    "",
    ...Object.values(profile.partners).map(
      ({ name, domains, signsInAs, holds }) =>
        `${name} acts for the authority: its people (${domains.join(", ")}) may be allocated and are told which child; they sign in as ${signsInAs.join(", ") || "nobody"}${holds.length > 0 ? `, and hold ${holds.map((role) => nameOf(role, profile)).join(", ")}` : ""}.`,
    ),
    ...explainOfficeHours(profile),
    ...underlined("The interview's form"),
    ...profile.form.flatMap(explainSection),
    ...(Object.keys(papers).length > 0 ? ["", ...underlined("Clauses that no rule covers")] : []),
    ...Object.entries(papers).flatMap(([source, paper]) => explainPaper(profile, source, paper)),
  ].join("\n");
