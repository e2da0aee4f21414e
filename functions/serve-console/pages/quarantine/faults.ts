import { isField } from "./controls.ts";

/** A refusal's sentence, and where on the form it belongs: names of fields, with the report's number where it says one. */
export type Placed = { text: string; fields: readonly { field: string; reports: readonly number[] }[] };

const ofForm = new Set(["force", "confirmed", "to", "reason", "waiting", "sameChild"]);

/** Sentences that name no field, and the one they are about. */
const about: readonly [RegExp, string][] = [
  [/^Say why\b/, "reason"],
  [/^Say which episode\b/, "reference"],
  [/\bsay waiting:/, "waiting"],
];

const numbers = (text: string | undefined): number[] =>
  [...(text ?? "").matchAll(/\d+/g)].map(([number]) => Number(number) - 1);

const NAME = /^(?:child\.)?([a-zA-Z]+)(?:\.[\w.]+)?(?: of report (\d+(?: (?:and|or) \d+)*))?$/;

/** `report 2, surname: has to be…`, or `surname of report 1 or 2, kind: the mail contradicts itself…`. */
export const placed = (sentence: string): Placed => {
  const [, report, rest = sentence] = /^report (\d+), (.*)$/s.exec(sentence) ?? [];
  const colon = rest.indexOf(": ");
  const names = colon < 0 ? [] : rest.slice(0, colon).split(", ");
  const found = names.map((name) => NAME.exec(name));
  const isOfFields =
    found.length > 0 && found.every((one) => one?.[1] && (isField(one[1]) || ofForm.has(one[1])));
  const [, other] = about.find(([pattern]) => pattern.test(rest)) ?? [];
  if (!isOfFields)
    return { text: sentence, fields: other ? [{ field: other, reports: numbers(report) }] : [] };
  const text = rest.slice(colon + 2);
  const fields = found.flatMap((one) =>
    one?.[1] ? [{ field: one[1], reports: one[2] ? numbers(one[2]) : numbers(report) }] : [],
  );
  // It asks for an answer that has a place of its own on the form.
  const asks = /\bsameChild: true\b/.test(text) ? [{ field: "sameChild", reports: numbers(report) }] : [];
  return { text: text.charAt(0).toUpperCase() + text.slice(1), fields: [...fields, ...asks] };
};
