import type { Lexicon } from "../words/lexicon.ts";

/** What a value is read with: the words known, the view it stands in, and the latest year a date can mean. */
export type ReadContext = { lexicon: Lexicon; source: string; latestYear: number };
