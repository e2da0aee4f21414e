import type { Opened } from "../../../core/open-episode/open-episode.ts";
import type { Answer } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { may } from "../../../domain/console/may.ts";
import type { CompactEvent } from "../../../domain/episode/events.ts";
import { backLink } from "../../../html/govuk/back-link.ts";
import { stackedTable } from "../../../html/govuk/table.ts";
import { type Html, html } from "../../../html/html.ts";
import type { Reading } from "../../../reading/reading.ts";
import type { Console } from "../../console.ts";
import { staffPage } from "../../frame.ts";
import { episodeOf, isOpenToThem } from "../../visitor.ts";
import { asTyped, episodePath, time } from "../../words.ts";
import { notFound } from "../not-found.ts";
import { isReading, unlessSlow, untilRead } from "../quarantine/reading.ts";
import { headOf } from "./episode.ts";

const mailIn = ({ events }: Opened, { params }: StaffVisit): CompactEvent | undefined =>
  events.find((event) => event.kind === "compact" && event.mailId === params.mailId) as
    | CompactEvent
    | undefined;

/** A mail exists under the episode that it reported on, and under no other. */
export const isOfTheirEpisode = async (visit: StaffVisit, console: Console): Promise<boolean> => {
  if (!(await isOpenToThem(visit, console))) return false;
  const opened = await episodeOf(visit, console);
  return opened !== undefined && mailIn(opened, visit) !== undefined;
};

/** Also a report that waits, or that nobody acts on: its child has no episode by which the ledger could tell. */
const reportsOthers = ({ result }: Reading, { row }: Opened): boolean =>
  [...result.compacts, ...(result.status === "accepted" ? (result.waiting ?? []) : [])].some(
    ({ reference }) => reference !== row.reference,
  );

const para = (text: string): Html => html`<p class="govuk-body">${text}</p>`;

const severalChildren = para(
  "This mail reports several children. Ask the coordinator for the words of it that were not read.",
);

/** Undefined until the mail is read. */
const unreadWords = async (
  opened: Opened,
  visit: StaffVisit,
  { waitingMails }: Pick<Console, "waitingMails">,
): Promise<Html | undefined> => {
  const entry = await waitingMails.entry(visit.params.mailId ?? "");
  if (!entry)
    return para("The mail itself can't be found any more. What was read of it stands on the episode's page.");
  const isFor = may(visit.session.staff.roles, "see-quarantine");
  // What a mail says of another child is not for whoever works with this one.
  if (!isFor && new Set(entry.episodes).size > 1) return severalChildren;
  const reading = isReading(visit) ? await unlessSlow(waitingMails.read(entry)) : undefined;
  if (!reading) return undefined;
  if (!isFor && reportsOthers(reading, opened)) return severalChildren;
  const { unrecognised = [] } = reading.result;
  if (unrecognised.length === 0) return para("Every word under a label was read.");
  return html`${para("These labels are not in the force's vocabulary, so what stands under them was read by nobody. Read them now.")}${stackedTable(
    {
      caption: "What was not read",
      captionClasses: "govuk-visually-hidden",
      head: [{ text: "Label in the mail" }, { text: "What stands there" }],
      rows: unrecognised.map(({ label, value }) => [{ text: label || "No label" }, { text: asTyped(value) }]),
    },
  )}`;
};

/** The words of a report that nobody's program understood: a person has to. */
export const unreadMail = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const opened = await episodeOf(visit, console);
  const mail = opened && mailIn(opened, visit);
  if (!opened || !mail) return notFound(visit, visit.session, console);
  const unread = await unreadWords(opened, visit, console);
  const { words, headers } = untilRead(visit);
  const content = html`${headOf(opened, "Words that were not read")}<p class="govuk-body">Of the mail sent ${time(mail.sentAt)}, received ${time(mail.recordedAt)}.</p>${unread ?? words}`;
  const beforeContent = backLink({
    href: `${episodePath(opened.row.episodeId)}#reports`,
    text: "Back to the episode",
  });
  const page = staffPage(
    { title: `Words that were not read, ${opened.row.reference}`, beforeContent, content },
    visit,
    console,
  );
  return unread ? page : { ...page, headers: { ...page.headers, ...headers } };
};
