import { describe, expect, it } from "vitest";
import { parseJson } from "../../../functions/domain/parse-json.ts";

describe("a text that is not JSON", () => {
  it.each([
    ["a comma too many", '{\n "a": 1,\n}', 3, 1, '"}"'],
    ["a word without quotes", '{\n "a": x}', 2, 7, '"x"'],
    ["a colon too few", '{"a" 1}', 1, 6, '"1"'],
    ["a comma too few", "[\n  1\n  2\n]", 3, 3, '"2"'],
    ["a half word", '{"a":tru}', 1, 6, '"t"'],
    ["a number nobody writes", '{"a": 01}', 1, 8, '"1"'],
    ["a line break in a text", '{"a":"x\ny"}', 1, 6, '"\\""'],
    ["a bracket too many", '{"a":1}}', 1, 8, '"}"'],
    ["an end too early", '{\n"a":{"b":[1', 2, 12, "the end of the text"],
    ["nothing at all", "", 1, 1, "the end of the text"],
  ])("%s is said with its line and column", (_what, text, line, column, found) => {
    expect(parseJson(text)).toEqual({
      ok: false,
      error: `line ${line}, column ${column}: ${found} is not expected there`,
    });
  });

  it("is told from one that is, whatever stands in it", () => {
    const text = ' {"a": [1.5e-3, true, null, "\\u00e9\\n€😀", {}, []], "b": {"c": -0}}\n';
    expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });
});
