import type { Fact } from "./facts.ts";

/** What stands on a printed record, one below the other. Texts keep their line ends; a blank line parts paragraphs. */
export type Block =
  | { kind: "box"; title: string; texts: readonly string[] }
  | { kind: "note"; label: string; text: string }
  | { kind: "title" | "heading" | "text"; text: string }
  | { kind: "facts"; facts: readonly Fact[] };

/** A record for print, without markup. No name may stand in `filename`, `title` or `foot`. */
export type RecordPage = {
  filename: string;
  title: string;
  foot: string;
  blocks: readonly Block[];
  last: string;
};
