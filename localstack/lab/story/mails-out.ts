import type { SentMail } from "../mail/outbox.ts";
import { shortlyIso } from "../times.ts";
import { type Line, line } from "./line.ts";

const isDaily = (mail: SentMail): boolean => mail.rule === "digest";

/** Neighbouring daily lists together: a quiet fortnight is one line. */
const runs = (mails: readonly SentMail[]): SentMail[][] =>
  mails.reduce<SentMail[][]>((list, mail) => {
    const last = list.at(-1);
    if (last?.[0] && isDaily(last[0]) && isDaily(mail)) last.push(mail);
    else list.push([mail]);
    return list;
  }, []);

const dailyLine = (mails: readonly SentMail[]): string => {
  const to = [...new Set(mails.flatMap((m) => m.to))].join(", ");
  const [first, last] = [mails[0]?.at ?? "", mails.at(-1)?.at ?? ""];
  const until = first === last ? "" : ` daily until ${shortlyIso(last)}`;
  return line(shortlyIso(first), "mail out", `The morning list of what is open${until}  → ${to}`);
};

/** The sentence under the title: what is new where the subject has been seen before. */
const saidIn = (mail: SentMail): string => mail.text.split("\n")[1] ?? "";

/** Tells mails as SES took them. */
export const tellMails = (print: Line) => {
  const subjects = new Set<string>();
  const one = (mail: SentMail): string => {
    const again = subjects.has(mail.subject) ? `  “${saidIn(mail)}”` : "";
    subjects.add(mail.subject);
    return line(shortlyIso(mail.at), "mail out", `${mail.subject}  → ${mail.to.join(", ")}${again}`);
  };
  return (mails: readonly SentMail[]): void => {
    for (const run of runs(mails)) {
      const [first] = run;
      if (first) print(isDaily(first) ? dailyLine(run) : one(first));
    }
  };
};
