import { plainWords } from "../compact/words/plain-words.ts";

/** Which words are read beside each other: a kind may be a strong or a weak word for it. */
const groups = {
  risks: "risk",
  kinds: "kind",
  weakKinds: "kind",
  careStatuses: "care",
  sexes: "sex",
  flags: "flag",
  blanks: "blank",
  yes: "answer",
  no: "answer",
} as const;

type Part = keyof typeof groups;
type Words = { readonly [part in Part]?: unknown };

export type Word = {
  written: string;
  plain: string;
  group: (typeof groups)[Part];
  /** Where it stands, as a profile names it: "risks.low". */
  list: string;
  at: number;
  /** Alike for two words that say the same. */
  meaning: string;
};

const listsOf = (held: unknown): [string, readonly string[]][] =>
  Array.isArray(held) ? [["", held]] : Object.entries(held ?? {});

/** Every word of a vocabulary, or of what is added to one, with what it means. */
export const wordsOf = (vocabulary: Words): Word[] =>
  (Object.keys(groups) as Part[]).flatMap((part) =>
    listsOf(vocabulary[part]).flatMap(([key, words]) =>
      words.map((written, at) => ({
        written,
        plain: plainWords(written),
        group: groups[part],
        list: key ? `${part}.${key}` : part,
        at,
        meaning: key ? `${groups[part]}.${key}` : part,
      })),
    ),
  );
