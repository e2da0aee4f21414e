import { fail, ok, type Result } from "../../../domain/result.ts";
import { escaped, type FormPart, formParts } from "./written-form.ts";

/** A way to write a time of day, ready to be looked for: groups `hour`, `minute`, `second`, `half` and `mark`. */
export type TimeForm = {
  pattern: RegExp;
  /** What has to stand in a text before it is worth looking; empty where only figures need to. */
  needs: string;
  /** "1230" and "12.30" may be a house number or a size: a time only where they stand as one. */
  weak: boolean;
};

const sources: Record<string, string> = {
  HH: "(?<hour>[01]\\d|2[0-4])",
  H: "(?<hour>\\d{1,2})",
  h: "(?<hour>\\d{1,2})",
  mm: "(?<minute>\\d{2})",
  ss: "(?<second>\\d{2})(?:\\.\\d{1,9})?",
  am: "(?<half>[ap])\\.?m\\b\\.?",
};
const names = ["HH", "H", "h", "mm", "ss", "am"];
const ending = "(?:\\s?(?:(?<half>[ap])\\.?m\\b\\.?|(?<mark>hours|hrs?|h)\\b\\.?))?";

const sourceOf = (part: FormPart, at: number, parts: readonly FormPart[]): string => {
  if (part.kind === "word") return escaped(part.text.toLowerCase()).replace(/ /g, "\\s{1,3}");
  if (part.kind === "divider")
    return part.text === ":" ? "\\s?:\\s?" : part.text === " " ? "\\s?" : escaped(part.text);
  const figures = sources[part.text] as string;
  // "0975" is no time; "21:75" is a wrong one.
  return part.text === "mm" && parts[at - 1]?.kind === "name"
    ? figures.replace("\\d{2}", "[0-5]\\d")
    : figures;
};

const needsOf = (parts: readonly FormPart[]): string => {
  const divider = parts.find(({ kind, text }) => kind === "divider" && text !== " ")?.text;
  return divider ?? parts.find(({ kind }) => kind === "word")?.text.toLowerCase() ?? "";
};

/** Reads "H:mm", "HHmm", "h am" or what else a force writes. */
export const readTimeForm = (form: string): Result<TimeForm, string> => {
  const split = formParts(form, names, ":.- ");
  if (!split.ok) return split;
  const parts = split.value;
  const named = parts.filter(({ kind }) => kind === "name").map(({ text }) => text);
  const said = named.map((name) => (name === "am" ? "am" : name[0]?.toLowerCase())).join(" ");
  if (!/^h(?: m(?: s)?)?(?: am)?$/.test(said))
    return fail(
      `"${form}" has to name the hour (HH, H, h), then minutes (mm), seconds (ss) and am, or fewer`,
    );
  const words = parts.some(({ kind }) => kind === "word");
  if (named.length === 1 && !words)
    return fail(`"${form}" is an hour alone, which no text can tell from a day`);
  if (named[0] === "h" && !named.includes("am"))
    return fail(`"${form}" has an hour of twelve, so am as well`);
  const core = parts.map(sourceOf).join("");
  const marked = named.includes("am") ? core : `${core}(?!\\d|[:.]\\d)${ending}`;
  return ok({
    pattern: new RegExp(`(?<!\\d)(?<!\\d[:.])${marked}`, "gu"),
    needs: needsOf(parts),
    weak: !words && !named.includes("am") && !parts.some(({ text }) => text === ":"),
  });
};
