import { openLab } from "../../../localstack/lab/api.ts";
import type { SentMail } from "../../../localstack/lab/mail/outbox.ts";
import { settings } from "./settings.ts";

export const lab = openLab(settings);
export const LEICESTERSHIRE = "leicestershire";
export const DERBY = "derby-city";

/** Mails about one episode, the daily lists left out. */
export const mailsAbout = async (reference: string): Promise<SentMail[]> =>
  (await lab.outbox()).filter((mail) => mail.episode?.split(", ").includes(reference));

export const rulesOf = (mails: readonly SentMail[]): string[] =>
  mails.flatMap((mail) => mail.rule.split(", "));

/** Whether it is by this rule, beside whatever else stands in it. */
export const isBy =
  (rule: string) =>
  (mail: SentMail): boolean =>
    mail.rule.split(", ").includes(rule);

export const duty = async (reference: string, name: string, authority = LEICESTERSHIRE) =>
  (await lab.episode(reference, authority)).duties.find((d) => d.duty === name);

export const hoursFrom = (at: number, hours: number): number => at + hours * 3_600_000;
