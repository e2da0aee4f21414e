import type { RecordPage } from "../record/page.ts";

/** A file as it is attached. */
export type Attached = { filename: string; contentType: string; content: string };

/** A limit as it stands in somebody's calendar. */
export type Deadline = { at: number; title: string; uid: string };

/** A mail before it is MIME. No name of a child in subject or rules; content only where a rule carries it. */
export type Letter = {
  to: readonly string[];
  subject: string;
  paragraphs: readonly Paragraph[];
  /** What it is sent by, the most urgent first: rules, or what goes by none ("digest"). */
  rules: readonly string[];
  /** References of the episodes it is about. */
  episodes?: readonly string[];
  /** Puts the limits into the recipient's calendar. */
  deadlines?: readonly Deadline[];
  attachments?: readonly (Attached | RecordPage)[];
};

export type Paragraph = {
  heading?: string;
  lines: readonly string[];
  /** Labelled facts, one a row. */
  rows?: readonly (readonly [label: string, value: string])[];
  /** What the page that does it is reached by. */
  button?: { text: string; href: string };
  /**
   * How it stands out: what the mail is about, a child's part, what has to be done, its limit, one that has passed, or what is read
   * last. Without it, running text.
   */
  as?: "title" | "child" | "duty" | "limit" | "late" | "small";
};
