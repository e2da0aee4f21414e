import type { Attached, Letter } from "../../functions/domain/letters/letter.ts";
import { attachedFiles } from "../../functions/html/attached.ts";

export type SentLetter = Omit<Letter, "attachments"> & { attachments?: readonly Attached[] };

/** The letter as a recipient has it: what it attaches as files. */
export const asSent = (letter: Letter): SentLetter => {
  const { attachments, ...rest } = letter;
  return attachments ? { ...rest, attachments: attachedFiles(letter) } : rest;
};
