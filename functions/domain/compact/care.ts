import { plainWords } from "./plain-words.ts";
import type { ReadContext } from "./read-context.ts";

const authority =
  /\b(?:council|borough|authority|county|city|unitary|children['’]?s (?:services|trust)|social services)\b/i;
const divider = /\s*[–—;,/(:-]\s*/;

/** "Yes – Derby City Council": the answer, and after it the authority that placed the child. */
export const readCare = (value: string, { lexicon }: ReadContext): { said?: Record<string, unknown> } => {
  const [answer = "", ...more] = value.split(divider);
  const rest = value
    .slice(answer.length)
    .replace(/^\s*[–—;,/(:-]\s*/, "")
    .replace(/\)\s*$/, "")
    .trim();
  const words = plainWords(answer);
  const stated = lexicon.careStatuses.find(([, phrases]) =>
    phrases.some((phrase) => words === phrase || words.startsWith(`${phrase} `)),
  );
  const status = lexicon.isYes(answer)
    ? "looked-after"
    : lexicon.isNo(answer)
      ? "not-looked-after"
      : stated?.[0];
  if (!status)
    return authority.test(value)
      ? { said: { placingAuthority: value.trim(), careStatus: "looked-after" } }
      : {};
  const placed = more.length > 0 && authority.test(rest) && status !== "not-looked-after";
  return { said: { careStatus: status, ...(placed ? { placingAuthority: rest } : {}) } };
};
