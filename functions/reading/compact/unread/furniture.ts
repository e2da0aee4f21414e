import type { Block } from "../document.ts";
import { allSentences, sentencesIn, withoutSignatures } from "../endings/without-furniture.ts";
import { textOf } from "../forms/segments.ts";
import type { Lexicon } from "../words/lexicon.ts";

/** What stands in a mail and is no part of what it reports. */
export type Furniture =
  | "banner or disclaimer"
  | "signature"
  | "quoted header"
  | "greeting"
  /** The other view of a body, where it says the same word by word. */
  | "said above";

const name = "\\p{Lu}[\\p{L}'’-]*";
const whom = `(?: (?:all|team|colleagues?|both|everyone|sir ?(?:/|or) ?madam|sir|madam|${name}(?: ${name})?))?`;
/** "Dear colleague,": with nothing behind it. */
const greeting = new RegExp(
  `^(?:Dear|DEAR|Hi|Hello|Hiya|Good (?:[Mm]orning|[Aa]fternoon|[Ee]vening|[Dd]ay)|Morning|Afternoon|Evening|All|Team|Colleagues)${whom}[\\s,.!–-]*$`,
  "u",
);
/** "Please find attached a report for your information.", "FW: see attached". */
const covering =
  /^(?:\W*(?:fwd?|re|official|official[- ]sensitive)\W+)*(?:fyi|(?:(?:compact|report|form|notification)s? )?attached|for (?:your )?(?:information|attention|action)(?: only)?|(?:please )?(?:find|see) (?:(?:the |a )?(?:compact|report|form|notification) )?(?:below|attached|enclosed)(?:,? (?:a |the )?(?:new )?(?:compact|report|form|notification|details))?(?:,? for (?:your )?(?:information|attention|action))?|to whom it may concern)[\s.,!:–-]*$/i;

export const isGreeting = (text: string): boolean => greeting.test(text.trim()) || covering.test(text.trim());

/** The blocks of a stretch that are its writer's signature, by their place. */
export const signaturesIn = (blocks: readonly Block[], lexicon: Lexicon): ReadonlySet<number> => {
  const left = withoutSignatures(blocks, lexicon);
  return new Set(blocks.flatMap((block, at) => (left[at] === block ? [] : [at])));
};

/** What of a text is somebody's own, and the sentences of mail systems and closings beside it. */
export const partedFrom = (text: string, lexicon: Lexicon): { own: string; systems: string } => {
  if (lexicon.isClosing(text) && text.length < 40) return { own: "", systems: text };
  const own = sentencesIn(text, lexicon);
  const systems = allSentences(text).filter((one) => !own.includes(one));
  return { own: own.join(" "), systems: systems.join(" ") };
};

export const wordsOf = (block: Block): string =>
  block.kind === "row" ? block.cells.filter(Boolean).join(" | ") : textOf(block);
