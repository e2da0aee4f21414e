import type { Finding } from "./findings.ts";

const noHarm = /^(?:no|none|nil|n)\b[\w\s]{0,24}\W*$/i;
const bareAnswer = /^\w{1,4}\W*$/;

const textsOf = (all: readonly Finding[]): string[] => [...new Set(all.map(({ value }) => String(value)))];

/** Each harm stated; where all of them say "no", the fullest of them, for that is what rules compare. */
const joinedHarm = (all: readonly Finding[]): string => {
  const texts = textsOf(all);
  if (texts.every((text) => noHarm.test(text)))
    return texts.reduce((fullest, text) => (text.length > fullest.length ? text : fullest));
  const labelled = all.map(({ value, from }) =>
    bareAnswer.test(String(value)) ? `${from.label}: ${value}` : String(value),
  );
  return [...new Set(labelled)].join("; ");
};

const joins: Record<string, (all: readonly Finding[]) => unknown> = {
  circumstances: (all) => textsOf(all).join(" "),
  "preventionInterview.summary": (all) => textsOf(all).join(" "),
  harm: joinedHarm,
  warnings: (all) => [...new Set(all.flatMap(({ value }) => value as string[]))],
};

/** Texts under several labels that are all of them true, as one. */
export const joinOf = (key: string): ((all: readonly Finding[]) => unknown) | undefined => joins[key];
