import { fieldInASentence, fieldInWords } from "./field-words.ts";

/** What a reason says of a mail, and what it means for whoever decides about it. */
export type ReasonWords = { says: string; means: string };

type Row = {
  /** The same for a mail to staff: no word of a stranger's in it, so no file is named. */
  short: string;
  /** `F` stands for the field or file that the reason names. */
  says: string;
  means: string;
};

/**
 * Why a mail waits, in words: one row for every code there is. `functions/reading/REASONS.md` groups the same codes for
 * those who teach the reader, and a test holds the two to each other.
 */
export const reasonTable: Record<string, Row> = {
  "ambiguous-date": {
    short: "F may mean two times; the earlier counts",
    says: "The F can be read in two ways",
    means: "Only a flag: of two possible times the earlier was taken. Check it against the mail.",
  },
  spam: {
    short: "it looks like spam",
    says: "Amazon's filter takes the mail for spam",
    means: "Only a flag: police mails are taken for spam now and then.",
  },
  "unreadable-attachment": {
    short: "a file attached to it could not be read",
    says: "The attached file F was not read",
    means:
      "It is a scan, damaged, too large or slow, beyond the fifth, or partly a picture. Open it by hand: a report may be in it.",
  },
  "no-reference": {
    short: "it names no reference",
    says: "No police reference was found",
    means: "It is not in the mail, or stands under a label nobody knows. No episode can do without it.",
  },
  "no-surname": {
    short: "it names no surname",
    says: "No surname was found",
    means: "It is not in the mail, or stands under a label nobody knows. No episode can do without it.",
  },
  "no-date-of-birth": {
    short: "it names no date of birth",
    says: "No date of birth was found",
    means: "It is not in the mail, or stands under a label nobody knows. No episode can do without it.",
  },
  "unknown-kind": {
    short: "it does not say what happened",
    says: "It is not clear whether a child is missing or found",
    means: "The mail does not say what kind of report it is, or says it in words nobody knows.",
  },
  "unreadable-date": {
    short: "F could not be read",
    says: "The F can't be understood",
    means:
      "It is there and can't be read as a date, or is a day without a time; or a missing report says neither since when nor when it was reported, or a found one neither when found nor when returned.",
  },
  "odd-time": {
    short: "F can't be",
    says: "The F can't be right",
    means:
      "Only a flag: the report says that a child is missing and was acted on at once, from the earliest time that can be. Ask the force for the right one.",
  },
  "reported-deceased": {
    short: "it says that the child has died, or that a body was found",
    says: "The mail says that the child has died, or that a body was found",
    means:
      "No return interview is asked for and nothing is ended. Speak to your manager and the force at once, before anybody else is told.",
  },
  "not-a-report": {
    short:
      "it is about a report and is none: an answer to one, a reminder, a booking, a query, minutes or an exercise",
    says: "The mail is about a report, and is none itself",
    means:
      "Its subject names a reminder, a booking, minutes, a query or an exercise, or it answers a report that it only quotes. It opens and ends nothing; release it if it is a report all the same.",
  },
  "passed-on": {
    short: "an office of ours passed it on, and it ends or calms: only a person may believe that",
    says: "An office of ours passed the mail on, and it would end a search or lower a risk",
    means:
      "Only a person confirms that, for whoever passes a mail on can change it. Ask the force whether the child is back, then release it.",
  },
  "unknown-risk": {
    short: "its risk is no grade we know, or two",
    says: "The risk is a grade nobody knows, or two grades",
    means: "Say which grade holds. If you can't tell, ask the force before you decide.",
  },
  "conflicting-values": {
    short: "F is said in two ways, or can't be",
    says: "The mail contradicts itself, or what is known of the child, about the F",
    means:
      "There are two values, two children in one report or under one reference, a time that can't be, or words above a quoted report that say otherwise. Say what holds.",
  },
  "views-disagree": {
    short: "F reads differently in its two forms",
    says: "Two ways of opening the mail differ about the F",
    means:
      "What one mail program shows is not what another shows: the plain text against the formatted one, or one reader against the other. Read both with care.",
  },
  "sender-not-allowed": {
    short: "its sender is none of the forces we know",
    says: "The sender is none of our forces",
    means: "Anybody may have written it. Ask the force by a number you know before you believe it.",
  },
  "sender-ambiguous": {
    short: "it does not name one plain sender",
    says: "It is not clear who sent the mail",
    means: "It names more than one sender, or none. Ask the force by a number you know.",
  },
  "authentication-failed": {
    short: "nothing proves who sent it",
    says: "Nothing proves that the force sent the mail",
    means:
      "Its signature or its way here does not match the sender's address. It may be forged: ask the force by a number you know.",
  },
  virus: {
    short: "it carries a virus",
    says: "The mail carries a virus",
    means: "Open nothing of it. Ask the force to send the report again.",
  },
  "automatic-reply": {
    short: "a machine answered",
    says: "A machine answered, such as an out-of-office reply",
    means: "It is filed here and nobody was told. Discard it once you have seen that it is no report.",
  },
  "delivery-report": {
    short: "a mail server reports on a delivery",
    says: "A mail of ours could not be delivered, or its delivery is confirmed",
    means:
      "It is filed here and nobody was told. If one of our mails did not arrive, tell its reader by telephone.",
  },
  empty: {
    short: "there is nothing in it",
    says: "The mail is empty",
    means: "Ask the force what they meant to send.",
  },
  malformed: {
    short: "it is damaged, or built so that two readers see different things",
    says: "The mail is damaged",
    means:
      "It can't be opened, or letters of a name, a reference or a date can't be explained or are shown in another order than they are written. Ask the force to send it again.",
  },
  encrypted: {
    short: "it, or a file in it, is locked",
    says: "The mail or a file in it is locked",
    means: "It is encrypted, or is a Word or PDF file with a password. Ask the force to send it unlocked.",
  },
  "too-large": {
    short: "it is too large to open",
    says: "The mail is too large to be read",
    means:
      "It needs more memory than is allowed, or holds more than fifty mails. Ask the force to send one report a mail.",
  },
  "too-slow": {
    short: "it took too long to open",
    says: "The mail took too long to read",
    means:
      "Something in it keeps the reader busy. Ask the force to send it again, as plain text if they can.",
  },
  "taken-off": {
    short: "it was taken off an episode it had been put on wrongly",
    says: "It was put on an episode wrongly, and taken off",
    means:
      "What it reports counts nowhere until somebody decides again. Release it with what is right, such as the reference, or discard it with a reason.",
  },
  "no-receipt": {
    short: "the mail is here and its receipt never came",
    says: "Amazon never announced the mail",
    means: "It lies in the store, but nothing is known of its way here, so nothing proves who sent it.",
  },
};

const unknown: ReasonWords = {
  says: "It waits for a reason that this page has no words for",
  means: "Read the mail with care, and tell whoever looks after the service.",
};

const partsOf = (reason: string): { code: string; of: string; row: Row | undefined } => {
  const at = reason.indexOf(":");
  const [code, of] = at < 0 ? [reason, ""] : [reason.slice(0, at), reason.slice(at + 1)];
  return { code, of, row: Object.hasOwn(reasonTable, code) ? reasonTable[code] : undefined };
};

/** A reason as the ledger keeps it: a code, and after a colon the field or file it names. */
export const reasonInWords = (reason: string): ReasonWords => {
  const { code, of, row } = partsOf(reason);
  if (!row) return { ...unknown, says: `${unknown.says} (${reason})` };
  const named = code === "unreadable-attachment" ? `“${of}”` : fieldInWords(of);
  return { means: row.means, says: row.says.replace(/\bF\b/, () => named) };
};

/** The same in a mail to staff. What it does not know it gives as it is. */
export const reasonInShort = (reason: string): string => {
  const { of, row } = partsOf(reason);
  return row ? row.short.replace(/\bF\b/, () => fieldInASentence(of)) : reason;
};
