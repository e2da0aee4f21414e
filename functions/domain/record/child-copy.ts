import { longDayInWords } from "../calendar/instant.ts";
import type { Interview } from "./interview.ts";
import type { Block, RecordPage } from "./page.ts";
import type { InterviewRecord } from "./record.ts";

const talks: Record<string, string> = {
  telephone: "We talked on the telephone",
  video: "We talked by video",
};

const talk = ({ at, method = "", place }: Interview): string =>
  method === "face-to-face"
    ? `We met on ${longDayInWords(at)}${place ? ` (${place})` : ""}.`
    : `${talks[method] ?? "We talked"} on ${longDayInWords(at)}.`;

const sections = (record: InterviewRecord): Block[] =>
  record.sections.flatMap(({ forChild, text }): Block[] =>
    forChild && text
      ? [
          { kind: "heading", text: forChild },
          { kind: "text", text },
        ]
      : [],
  );

/**
 * The same record as a letter to the child, in the record's own words (Leicestershire 9, 12): the sections that the
 * profile gives a heading for the child, and no other. Concerns, lateness, next steps and signature are said among
 * workers. It is handed over by a worker, so neither its name nor its title says whose it is.
 */
export const childCopy = (record: InterviewRecord): RecordPage => {
  const { firstName } = record.child;
  const opening = [
    `Hello${firstName ? ` ${firstName}` : ""},`,
    "This is your copy of what was written down after you were missing.",
    ...record.interviews.map(talk),
  ];
  return {
    filename: "copy-for-the-child.html",
    title: "Your copy of your return interview",
    foot: record.reference,
    blocks: [
      { kind: "title", text: "Your copy of your return interview" },
      ...opening.map((text): Block => ({ kind: "text", text })),
      ...sections(record),
      { kind: "heading", text: "If something is not right" },
      {
        kind: "text",
        text: "If something here is wrong, or you want to say more, tell the person who gave you this. They can help you to put it right.",
      },
    ],
    last: `${record.authority} · ${record.reference}`,
  };
};
