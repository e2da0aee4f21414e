import { factsOfRecord } from "../record/facts.ts";
import type { InterviewRecord } from "../record/record.ts";
import type { Paragraph } from "./letter.ts";

/** Above all else in the mail (Leicestershire 13). */
export const concernParagraph = ({ immediateConcerns }: InterviewRecord): Paragraph[] =>
  immediateConcerns.length > 0
    ? [{ heading: "IMMEDIATE CONCERNS", lines: immediateConcerns }]
    : [{ heading: "Immediate concerns", lines: ["None flagged."] }];

/** The return interview in the mail itself, for whoever may not open what is attached. */
export const interviewParagraphs = (record: InterviewRecord): Paragraph[] => [
  {
    heading: "Interview",
    lines: factsOfRecord(record).map(([label, value]) => (value ? `${label}: ${value}` : label)),
  },
  ...record.sections.map(({ title, text }, i) => ({
    heading: `${i + 1}. ${title}`,
    lines: (text ?? "Not covered").split("\n"),
  })),
];
