/** A mail before it is MIME. No name of a child in subject or rule; content only where a rule carries it. */
export type Letter = {
  to: readonly string[];
  subject: string;
  paragraphs: readonly Paragraph[];
  rule: string;
  episode?: string;
  /** Puts the limit into the recipient's calendar. */
  deadline?: { at: number; title: string; uid: string };
  attachments?: readonly { filename: string; contentType: string; content: string }[];
};

export type Paragraph = { heading?: string; lines: readonly string[] };
