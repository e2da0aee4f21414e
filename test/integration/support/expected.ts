import { toInstant } from "../../../functions/domain/calendar/instant.ts";
import { inLondon } from "../../../functions/domain/calendar/london.ts";
import type { SentMail } from "../../../localstack/lab/mail/outbox.ts";
import { twoFigures } from "../../builders/london-time.ts";

/** What a story asks for: when in London ("10-24 09:30"), the rule it goes by, and of whom. */
export type Mail = readonly [at: string, rule: string, ...to: string[]];

/** Whom the daily list goes to, by the day ("10-24"). */
export type Days = Readonly<Record<string, readonly string[]>>;

/** What an authority's story asks about each episode by its reference, and whom the morning lists go to. */
export type Expected = { mails: Readonly<Record<string, readonly Mail[]>>; daily: Days };

const [MAILS, LISTS] = ["mails", "morning lists"];

/** A wait is rounded up to whole seconds, so a mail may go a second after its rung falls due. */
const londonMinute = (iso: string): string => {
  const t = inLondon(toInstant(iso));
  return `${twoFigures(t.month)}-${twoFigures(t.day)} ${twoFigures(t.hour)}:${twoFigures(t.minute)}`;
};

const list = "digest";

/** Every mail sent, as `expectedMails` words it: when, to whom, by which rules. */
export const sentMails = (sent: readonly SentMail[]): Record<string, string[]> => {
  const row = ({ at, to, rule }: SentMail): string =>
    [londonMinute(at), to.join(" "), ...rule.split(", ").toSorted()].join(" ");
  const [lists, mails] = [true, false].map((isList) => sent.filter(({ rule }) => (rule === list) === isList));
  return { [MAILS]: (mails ?? []).map(row).toSorted(), [LISTS]: (lists ?? []).map(row).toSorted() };
};

/** A role may have two mailboxes: each gets a mail of its own. */
const eachOf = (to: readonly string[]): string[] => to.flatMap((one) => one.split(" "));

/** All that is asked of a mailbox in one minute, over all the episodes, stands in one mail (ALL-13). */
export const expectedMails = ({ mails, daily }: Expected): Record<string, string[]> => {
  const asked = Object.values(mails).flatMap((all) =>
    all.flatMap(([at, rule, ...to]) => eachOf(to).map((one) => ({ key: `${at} ${one}`, rule }))),
  );
  const grouped = Map.groupBy(asked, ({ key }) => key);
  const rows = [...grouped].map(([key, all]) =>
    [key, ...new Set(all.map(({ rule }) => rule).toSorted())].join(" "),
  );
  const lists = Object.entries(daily).flatMap(([day, owners]) =>
    eachOf(owners).map((to) => `${day} 08:00 ${to} ${list}`),
  );
  return { [MAILS]: rows.toSorted(), [LISTS]: lists.toSorted() };
};
