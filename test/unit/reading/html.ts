import { htmlBlocks } from "../../../functions/reading/mail-reader/html-blocks.ts";

export const linesOf = (html: string): string[] =>
  htmlBlocks(html).blocks.flatMap((block) => (block.kind === "line" ? [block.text] : []));

export const rowsOf = (html: string): string[][] =>
  htmlBlocks(html).blocks.flatMap((block) => (block.kind === "row" ? [block.cells] : []));

export const table = (...rows: string[]): string =>
  `<table>${rows.map((row) => `<tr>${row}</tr>`).join("")}</table>`;

export const blocksOf = (...rows: string[]) =>
  htmlBlocks(table(...rows)).blocks.filter((block) => block.kind !== "gap");
