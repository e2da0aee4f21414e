import { type Instant, inLondon } from "../calendar/instant.ts";
import { escapeHtml } from "../letters/html.ts";
import type { Interview } from "./interview.ts";
import { page, paragraphs } from "./page.ts";
import type { InterviewRecord } from "./record.ts";

const onDay = (at: Instant): string =>
  inLondon(at)
    .toLocaleString("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" })
    .replace(",", "");

const talks: Record<string, string> = {
  telephone: "We talked on the telephone",
  video: "We talked by video",
};

const talk = ({ at, method = "", place }: Interview): string =>
  method === "face-to-face"
    ? `We met on ${onDay(at)}${place ? ` (${place})` : ""}.`
    : `${talks[method] ?? "We talked"} on ${onDay(at)}.`;

const sections = (record: InterviewRecord): string =>
  record.sections
    .map(({ forChild, text }) =>
      forChild && text ? `<h2>${escapeHtml(forChild)}</h2>${paragraphs(text)}` : "",
    )
    .join("");

/**
 * The same record as a letter to the child, in the record's own words (Leicestershire 9, 12): the sections that the
 * profile gives a heading for the child, and no other. Concerns, lateness, next steps and signature are said among
 * workers. It is handed over by a worker, so neither its name nor its title says whose it is.
 */
export const childCopy = (record: InterviewRecord) => {
  const { firstName } = record.child;
  const opening = [
    `Hello${firstName ? ` ${firstName}` : ""},`,
    "This is your copy of what was written down after you were missing.",
    ...record.interviews.map(talk),
  ];
  return {
    filename: "copy-for-the-child.html",
    contentType: "text/html",
    content: page({
      title: "Your copy of your return interview",
      foot: record.reference,
      main: `<h1>Your copy of your return interview</h1>${opening.map(paragraphs).join("")}${sections(record)}<h2>If something is not right</h2><p>If something here is wrong, or you want to say more, tell the person who gave you this. They can help you to put it right.</p>`,
      last: escapeHtml(`${record.authority} · ${record.reference}`),
    }),
  };
};
