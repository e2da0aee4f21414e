import { inWords, toInstant } from "../../domain/calendar/instant.ts";
import { reasonInShort } from "../../domain/quarantine/reason-words.ts";
import type { WaitingMail } from "../ports/ledger.ts";
import type { About } from "../ports/writes.ts";

/** A reason as it may stand in a mail or a log: an attachment's file name, which may be a child's, stays in the ledger. */
export const sayable = (reasons: readonly string[]): string[] =>
  reasons.map((reason) => (reason.startsWith("unreadable-attachment:") ? "unreadable-attachment" : reason));

const kinds: Record<string, string> = {
  missing: "a missing report",
  found: "a found report",
  update: "an update",
  cancelled: "a cancellation",
  absent: "an absence",
  deceased: "a report of a death",
};

const aboutInWords = ({ kind, reference }: About): string =>
  `${kinds[kind ?? ""] ?? "a report of no kind we can tell"}, ${reference ? `reference ${reference}` : "without a reference"}`;

/** No mail reports more that a person reads about in a list. */
const mostNamed = 12;

export const aboutLines = ({ about = [] }: Pick<WaitingMail, "about">): string[] => [
  ...about.slice(0, mostNamed).map((one) => `What it reports: ${aboutInWords(one)}`),
  ...(about.length > mostNamed ? [`… and ${about.length - mostNamed} more`] : []),
];

const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const valueInWords = (value: string): string => (isMoment.test(value) ? inWords(toInstant(value)) : value);

/** Each reason in words, and what is said in two ways with all that is said of it. */
export const whyLines = ({ reasons, disputes = [] }: Pick<WaitingMail, "reasons" | "disputes">): string[] =>
  reasons.map((reason) => {
    const values = disputes.find(({ field }) => reason.endsWith(`:${field}`))?.values ?? [];
    return `Why: ${reasonInShort(reason)}${values.length > 0 ? ` (${values.map(valueInWords).join(" / ")})` : ""}`;
  });
