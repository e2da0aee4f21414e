import { toInstant } from "../../../functions/domain/calendar/instant.ts";
import { inLondon } from "../../../functions/domain/calendar/london.ts";
import type { SentMail } from "../../../localstack/lab/mail/outbox.ts";
import { twoFigures } from "../../builders/london-time.ts";

/** A mail a story asks for: when in London ("10-24 09:30"), the rule it goes by, and to whom, in the mail's order. */
export type Mail = readonly [at: string, rule: string, ...to: string[]];

/** Whom the daily list goes to, by the day ("10-24"). */
export type Days = Readonly<Record<string, readonly string[]>>;

/** What an authority's story sends: the mails about each episode by its reference, and the daily lists. */
export type Expected = { mails: Readonly<Record<string, readonly Mail[]>>; daily: Days };

const DAILY = "daily lists";

const lines = (mails: readonly Mail[]): string[] => mails.map((mail) => mail.join(" ")).toSorted();

/** A wait is rounded up to whole seconds, so a mail may go a second after its rung falls due. */
const londonMinute = (iso: string): string => {
  const t = inLondon(toInstant(iso));
  return `${twoFigures(t.month)}-${twoFigures(t.day)} ${twoFigures(t.hour)}:${twoFigures(t.minute)}`;
};

/** Every mail sent, as `expectedMails` words it; a mail about no episode and no daily list is under its own rule. */
export const sentMails = (sent: readonly SentMail[]): Record<string, string[]> => {
  const groups = Map.groupBy(sent, (m) => m.episode ?? (m.rule === "digest" ? DAILY : m.rule));
  const rows = (mails: readonly SentMail[]) =>
    lines(mails.map((m): Mail => [londonMinute(m.at), m.rule, ...m.to]));
  return Object.fromEntries([...groups].map(([about, mails]) => [about, rows(mails)]));
};

export const expectedMails = ({ mails, daily }: Expected): Record<string, string[]> => ({
  ...Object.fromEntries(Object.entries(mails).map(([reference, list]) => [reference, lines(list)])),
  [DAILY]: lines(
    Object.entries(daily).flatMap(([day, owners]) =>
      owners.map((owner): Mail => [`${day} 08:00`, "digest", owner]),
    ),
  ),
});
