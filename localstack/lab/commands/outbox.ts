import { badArgument } from "../errors.ts";
import type { SentMail } from "../mail/outbox.ts";
import { mailText, outboxText } from "../views/outbox.ts";
import { oneAuthority, running, type Shell } from "./command.ts";

const readNumber = (text: string): number => {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw badArgument(`"${text}" is not the number of a mail: outbox lists them.`);
};

const mailAt = (mails: readonly SentMail[], number: number): SentMail => {
  const mail = mails[number - 1];
  if (mail) return mail;
  throw badArgument(`There is no mail ${number}: ${mails.length} were sent.`);
};

export const addOutbox = ({ program, open, answer }: Shell): void => {
  program
    .command("outbox [number]")
    .description("the mails sent; with a number of the list, that mail in full")
    .option("--text", "every mail in full")
    .action(async (text: string | undefined, flags: { text?: boolean }) => {
      const number = text === undefined ? undefined : readNumber(text);
      const authority = oneAuthority(program);
      const all = await (await running(open)).outbox(authority);
      const value = number === undefined ? all : [mailAt(all, number)];
      const inFull = number !== undefined || (flags.text && all.length > 0);
      answer({ value, text: inFull ? value.map(mailText).join("\n\n") : outboxText(value) });
    });
};
