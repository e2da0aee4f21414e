const unseen = /\p{Cf}|\p{M}|\u115f|\u1160|\u3164/gu;
const apostrophes = /(?<=\p{L})['’‘`´ʼ′＇](?=\p{L})/gu;

/** Stands for what divides two clauses: words on its two sides make no phrase. */
export const divided = "|";

/** The words of a text as they are compared: without case, accents, and what nobody sees. */
export const scanWords = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replace(unseen, "")
    .toLowerCase()
    .replace(apostrophes, "")
    .replace(/[,;:!?()[\]|]+/g, ` ${divided} `)
    .split(/[^\p{L}\p{N}|]+/u)
    .filter(Boolean);
