import { describe, expect, it } from "vitest";
import { htmlBlocks } from "../../../functions/adapters/mail-reader/html-blocks.ts";
import { textBlocks } from "../../../functions/domain/compact/text-blocks.ts";

const linesOf = (html: string): string[] =>
  htmlBlocks(html).blocks.flatMap((block) => (block.kind === "line" ? [block.text] : []));

describe("characters nobody sees", () => {
  it("are no part of a word: soft hyphens, joiners, what turns the direction of writing", () => {
    const word = "Cur\u00adrent\u034f \u2068R\u2062isk\u2069";
    expect(textBlocks(word)).toEqual([{ kind: "line", text: "Current Risk" }]);
    expect(linesOf(`<p>${word}</p>`)).toEqual(["Current Risk"]);
  });
});
