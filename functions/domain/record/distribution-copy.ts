import { dayInWords } from "../calendar/instant.ts";
import { type Fact, factsOfRecord } from "./facts.ts";
import type { Block, RecordPage } from "./page.ts";
import type { InterviewRecord } from "./record.ts";

const concerns = ({ immediateConcerns }: InterviewRecord): Block =>
  immediateConcerns.length > 0
    ? { kind: "box", title: "IMMEDIATE CONCERNS", texts: immediateConcerns }
    : { kind: "note", label: "Immediate concerns", text: "None flagged." };

const childFact = ({ child: { name, dateOfBirth } }: InterviewRecord): Fact[] =>
  name === undefined ? [] : [["Child", dateOfBirth ? `${name}, born ${dayInWords(dateOfBirth)}` : name]];

const sections = (record: InterviewRecord): Block[] =>
  record.sections.flatMap(({ title, text }, i): Block[] => [
    { kind: "heading", text: `${i + 1}. ${title}` },
    { kind: "text", text: text ?? "Not covered" },
  ]);

/**
 * The copy for distribution, a page that prints well: immediate concerns in a box above all else (Leicestershire 13),
 * then the facts of the interview and the form's sections. It holds personal data; its name and title hold none.
 */
export const distributionCopy = (record: InterviewRecord): RecordPage => ({
  filename: "return-interview.html",
  title: `Return interview – ${record.reference}`,
  foot: `${record.reference} · ${record.authority}`,
  blocks: [
    concerns(record),
    { kind: "title", text: `Return interview – ${record.reference}` },
    { kind: "facts", facts: [...childFact(record), ...factsOfRecord(record)] },
    ...sections(record),
  ],
  last: `End of the record · ${record.reference} · ${record.authority}`,
});
