import type { DecidedEntry, LedgerEntry } from "../../../core/ports/writes.ts";
import { saysUnproved } from "../../../core/waiting-mail/proof.ts";
import type { Answer } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { inWords, toInstant } from "../../../domain/calendar/instant.ts";
import { may } from "../../../domain/console/may.ts";
import { backLink } from "../../../html/govuk/back-link.ts";
import { button } from "../../../html/govuk/button.ts";
import { notificationBanner } from "../../../html/govuk/notification-banner.ts";
import { warningText } from "../../../html/govuk/warning-text.ts";
import { type Html, html } from "../../../html/html.ts";
import type { Console } from "../../console.ts";
import { staffPage } from "../../frame.ts";
import { notFound } from "../not-found.ts";
import { pathOf } from "./list.ts";
import { isReading, unlessSlow, untilRead } from "./reading.ts";
import { beside, facts, type KnownOfMail, reasonList } from "./shown.ts";
import { everWaited, waitingMail } from "./waiting.ts";
import { ways } from "./ways.ts";

const isDecided = (entry: LedgerEntry): entry is DecidedEntry => entry.decision !== undefined;

const done: Record<DecidedEntry["decision"]["kind"], string> = {
  released: "released: what it reports is in the episode",
  attached: "attached to the episode",
  discarded: "discarded",
  superseded: "replaced by a newer mail of the same content",
  "passed-on": "passed on",
};

const decided = async ({ decision, episodes }: DecidedEntry, console: Console): Promise<Html> => {
  const { kind, by, actor, at, reason, to } = decision;
  const whom = to ? `, to ${console.profile.recipients[to]?.name ?? to}` : "";
  const links = await Promise.all(
    episodes.map(async (id) => {
      const reference = (await console.stored(id))?.row.reference ?? "of it";
      return html`<p class="govuk-body"><a class="govuk-link" href="/episodes/${encodeURIComponent(id)}">Open the episode ${reference}</a></p>`;
    }),
  );
  return html`${notificationBanner({
    titleText: "Decided",
    text: `This mail was ${done[kind]}${whom}, by ${actor?.name ?? by}, ${inWords(toInstant(at))}. It waits no longer.`,
  })}${reason && html`<p class="govuk-body">Reason: ${reason}</p>`}${links}`;
};

const choices = (mailId: string): Html =>
  html`<h2 class="govuk-heading-m">Decide</h2>${warningText({ text: "If a child may be missing, do not wait for the decision: ask the force." })}<div class="govuk-button-group">${Object.entries(ways).map(([name, { title, isMain }]) => button({ text: title, href: `${pathOf(mailId)}/${name}`, classes: isMain ? "" : "govuk-button--secondary" }))}</div>`;

const askedJustNow = (visit: StaffVisit, entry: LedgerEntry): Html | false => {
  const asked = entry.asked?.find(({ id }) => id === visit.query.get("asked"));
  return (
    asked !== undefined &&
    notificationBanner({ type: "success", text: "The force was asked. The mail waits until you decide." })
  );
};

const knownOf = (entry: LedgerEntry): KnownOfMail => ({
  entry,
  force: entry.force,
  isProved: entry.force !== undefined && !saysUnproved(entry.reasons),
  disputes: entry.disputes ?? [],
});

/** One mail: why it waits, its own words beside what was read, and what can be done about it. */
export const quarantinedMail = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const entry = await console.waitingMails.entry(visit.params.mailId ?? "");
  if (!entry || !everWaited(entry)) return notFound(visit, visit.session, console);
  const waiting = isReading(visit) ? await unlessSlow(waitingMail(entry, console)) : undefined;
  const known = waiting ?? knownOf(entry);
  const { words, headers } = untilRead(visit);
  const mayDecide = may(visit.session.staff.roles, "decide-quarantine");
  const title = isDecided(entry) ? "A mail that waited" : "A mail that waits";
  const page = staffPage(
    {
      title,
      beforeContent: backLink({ href: "/quarantine", text: "All mails that wait" }),
      content: html`${askedJustNow(visit, entry)}${isDecided(entry) && (await decided(entry, console))}<h1 class="govuk-heading-l">${title}</h1>${facts(known, console.profile)}
<h2 class="govuk-heading-m">Why it ${isDecided(entry) ? "waited" : "waits"}</h2>${reasonList(known)}
${!isDecided(entry) && mayDecide && choices(entry.mailId)}
${waiting ? beside(waiting) : html`<h2 class="govuk-heading-m">The mail</h2>${words}`}`,
    },
    visit,
    console,
  );
  return waiting ? page : { ...page, headers: { ...page.headers, ...headers } };
};
