import { countLines } from "./bounds.ts";

/** What the mails within a mail, taken together, may still be. */
export type InnerBudget = { mails: number; bytes: number; lines: number };

/** A colleague passes on a few mails, once or twice over; each is read again, and kept beside the one it is in. */
export const innerBudget = (): InnerBudget => ({ mails: 50, bytes: 120_000_000, lines: 40_000 });

export const isSpent = ({ mails, bytes, lines }: InnerBudget): boolean => mails < 0 || bytes < 0 || lines < 0;

export const spendOnMails = (left: InnerBudget, mails: readonly { content: Buffer }[]): void => {
  left.mails -= mails.length;
  left.bytes -= mails.reduce((sum, { content }) => sum + content.length, 0);
};

export const spendOnLines = (left: InnerBudget, bytes: Buffer): void => {
  left.lines -= countLines(bytes, left.lines);
};
