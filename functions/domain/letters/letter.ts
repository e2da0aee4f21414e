import type { RecordPage } from "../record/page.ts";

/** A file as it is attached. */
export type Attached = { filename: string; contentType: string; content: string };

/** A mail before it is MIME. No name of a child in subject or rule; content only where a rule carries it. */
export type Letter = {
  to: readonly string[];
  subject: string;
  paragraphs: readonly Paragraph[];
  rule: string;
  episode?: string;
  /** Puts the limit into the recipient's calendar. */
  deadline?: { at: number; title: string; uid: string };
  attachments?: readonly (Attached | RecordPage)[];
};

export type Paragraph = { heading?: string; lines: readonly string[] };
