import { fail, ok, type Result } from "./result.ts";

const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/uy;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Where a text stops being JSON. JSON.parse itself gives no place for half of what can be wrong. */
const endOfJson = (text: string): number => {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    at += /^[ \t\r\n]*/.exec(text.slice(at))?.[0].length ?? 0;
    pattern.lastIndex = at;
    const [taken] = pattern.exec(text) ?? [];
    at += taken?.length ?? 0;
    return taken !== undefined;
  };
  const list = (one: () => boolean, close: RegExp): boolean => {
    if (take(close)) return true;
    do if (!one()) return false;
    while (take(/,/y));
    return take(close);
  };
  const pair = (): boolean => take(STRING) && take(/:/y) && value();
  const value = (): boolean => {
    if (take(/\{/y)) return list(pair, /\}/y);
    if (take(/\[/y)) return list(value, /\]/y);
    return take(STRING) || take(SCALAR);
  };
  value();
  take(/$/y);
  return at;
};

const fault = (text: string): string => {
  const at = endOfJson(text);
  const before = text.slice(0, at).split("\n");
  const found = at >= text.length ? "the end of the text" : JSON.stringify(text[at]);
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: ${found} is not expected there`;
};

/** The value, or where the text stops being JSON: "line 3, column 7: ...". */
export const parseJson = (text: string): Result<unknown, string> => {
  try {
    return ok(JSON.parse(text));
  } catch {
    return fail(fault(text));
  }
};
