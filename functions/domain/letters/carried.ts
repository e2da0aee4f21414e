import type { Context } from "../condition/context.ts";
import type { Rule } from "../profile/rule.ts";
import { childCopy } from "../record/child-copy.ts";
import { distributionCopy } from "../record/distribution-copy.ts";
import { interviewRecord } from "../record/record.ts";
import { attemptParagraphs } from "./attempt-paragraphs.ts";
import { compactParagraphs } from "./compact-paragraphs.ts";
import { concernParagraph, interviewParagraphs } from "./interview-paragraphs.ts";
import type { Letter, Paragraph } from "./letter.ts";

export type Carried = {
  /** What a recipient must see before anything else. */
  first: Paragraph[];
  content: Paragraph[];
  attachments?: Letter["attachments"];
};

/** The content that a rule's mails carry; without a word of the profile's they carry none. */
export const carried = (carries: Rule["carries"], context: Context): Carried => {
  if (carries === "compact") return { first: [], content: compactParagraphs(context.episode) };
  if (carries === "attempts") return { first: [], content: attemptParagraphs(context.episode) };
  // What a report changed stands with the duty that tells it.
  if (carries === undefined || carries === "news") return { first: [], content: [] };
  const record = interviewRecord(context);
  return carries === "interview"
    ? {
        first: concernParagraph(record),
        content: interviewParagraphs(record),
        attachments: [distributionCopy(record)],
      }
    : { first: [], content: [], attachments: [childCopy(record)] };
};
