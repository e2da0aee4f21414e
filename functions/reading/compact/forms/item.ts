import type { KnownLabel } from "../words/fields.ts";
import type { Section } from "../words/lexicon.ts";
import type { Cell } from "./cell.ts";

export type PairItem = Extract<Item, { is: "pair" }>;

/** A label with its answer, words without a label, or what stands over either, in the mail's order. */
export type Item =
  | {
      is: "pair";
      kind: "words" | undefined;
      label: string;
      value: string;
      known: KnownLabel | undefined;
      apart: boolean;
      /** Below whose name it stands, where it is theirs. */
      owner: string | undefined;
      cell: Cell;
    }
  | { is: "heading"; text: string }
  | { is: "section"; section: Section; text: string; cell: Cell };
