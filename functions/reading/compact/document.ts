import type { UnrecognisedLabel } from "../../domain/compact/compact.ts";
import { inPlaceOfLabel } from "../../domain/compact/label-count.ts";

/** What was read and not understood: under a label, unless its kind says that there is none. */
export type Unread = { kind?: keyof typeof inPlaceOfLabel | undefined; label: string; value: string };

export const printed = ({ kind, label, value }: Unread): UnrecognisedLabel => ({
  label: kind ? inPlaceOfLabel[kind] : label,
  value,
});

/**
 * A mail's content freed of its format: what a reader sees, line by line and row by row. The adapter makes it of plain
 * text and of HTML alike, so that the domain recognises labels without knowing where they came from.
 */
export type Run = { text: string; bold: boolean };

export type Block =
  | {
      kind: "line";
      text: string /** The same text where parts of it are bold: bold often marks a label. */;
      runs?: Run[];
      indented?: boolean;
      /** One of a list. */
      bullet?: boolean;
    }
  | {
      kind: "row";
      cells: string[];
      /** Marked as a row of headings. */
      heads?: boolean;
      /** So many cells at its beginning are repeated from the row above. */
      carried?: number;
    }
  | { kind: "gap" }
  /** A mail quoted below begins here, or ends where the writer goes on below it. */
  | { kind: "quote"; ends?: boolean };

export type View = { source: string; blocks: Block[] };

export type AttachedFile = {
  name: string;
  content: "unreadable" | "encrypted";
  /** Digest of a DOCX or PDF file that nobody has tried to read yet. */
  document?: string;
};

/** A file as it came, for a person to open: any but the words of the body. */
export type EnclosedFile = { name: string; bytes: number; digest: string };

/** What another parser makes of the same bytes. `other` only where its words differ from the first's. */
export type SecondOpinion = { from?: string; failed?: boolean; other?: { subject: string; views: View[] } };

/** A mail opened by a MIME parser, mails attached to it included. */
export type OpenedMail = {
  /** As written, unfolded, in order. Only what says who sent it or whether a machine did. */
  headers: { name: string; value: string }[];
  subject?: string;
  date?: string;
  messageId?: string;
  contentType: string;
  reportType?: string;
  views: View[];
  hidden: string[];
  /** Those that nobody could look into, or only in part. */
  files: AttachedFile[];
  /** All there are, those in mails attached to it not among them. */
  enclosed: EnclosedFile[];
  mails: { name: string; mail: OpenedMail }[];
  /** Reason codes found while opening: empty, malformed, too-large, encrypted. */
  faults: string[];
  digest: string;
  second?: SecondOpinion;
};
