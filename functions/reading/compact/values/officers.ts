import type { Officer } from "../../../domain/compact/compact.ts";
import { collapse } from "../words/plain-words.ts";

const ranks =
  "(?:(?:A|T)\\/)?(?:PC|PS|DC|DS|DI|DCI|TDC|PCSO|SGT|Sgt|INSP|Insp|Inspector|CI|Supt|WPC|SC|Officer|Det(?:ective)? (?:Con(?:stable)?|Sgt))";
const number = "\\d{2,6}|[A-Z]{1,2}\\d{2,5}";
const ranked = new RegExp(`^(${ranks})\\.?\\s*(\\d{2,6})\\s+(.+)$`);
const numbered = new RegExp(`^(?:(${ranks})\\.?\\s+)?(${number})\\s+(.+)$`);
const numberOnly = new RegExp(`^(?:${ranks})?\\.?\\s*(\\d{2,6})$`);
const numberLast = new RegExp(`^(.*?\\p{L})[\\s(#-]+(?:${ranks})?\\.?\\s*(${number})\\)?$`, "u");
const rankOnly = new RegExp(`^(?:${ranks})$`);
const rank = new RegExp(`(?<!\\p{L})(?:${ranks})(?!\\p{L})`, "u");

const contact =
  /(?:\b(?:tel|mob|mobile|phone|ext)\b\.?:?\s*)?(?:\+\d|\b0)[\d\s()-]{8,16}\d|\S{1,64}@\S{1,64}/gi;
const mayHoldContact = /[@+]|0[\d ]/;
const bracket = /\s*\(([^()]*)\)/;
const dividers = /\s*[,;]\s*|\s+[/–-]\s+/;

/** In brackets stand a number, a station or a remark; a remark is no station. */
const openBracket = (text: string): { text: string; station?: string } => {
  const inner = bracket.exec(text);
  if (!inner) return { text };
  const said = (inner[1] as string).trim();
  const [before, after] = [text.slice(0, inner.index), text.slice(inner.index + inner[0].length)];
  if (numberOnly.test(said)) return { text: `${before} ${said}${after}` };
  const isPlace = /^\p{Lu}/u.test(said) && !/\d/.test(said) && !rank.test(said);
  return { text: (before + after).trim(), ...(isPlace ? { station: said } : {}) };
};

/** The number among the name, before it or after it. */
const readWho = (who: string): Officer => {
  const only = numberOnly.exec(who);
  if (only) return { collarNumber: only[1] as string };
  const first = ranked.exec(who) ?? numbered.exec(who);
  if (first)
    return { name: [first[1], first[3]].filter(Boolean).join(" "), collarNumber: first[2] as string };
  const last = numberLast.exec(who);
  if (last?.[1] && !rankOnly.test(last[1])) return { name: last[1].trim(), collarNumber: last[2] as string };
  return who ? { name: who } : {};
};

/** "BROWN, Adam" and "Brown, Adam PC 4417": one name around a comma, with no word of where. */
const isInverted = (who: string, next: string | undefined): boolean =>
  next !== undefined &&
  /^[\p{L}'’-]+$/u.test(who) &&
  !rank.test(who) &&
  (/^[\p{L}'’-]+$/u.test(next) || (rank.test(next) && /\d/.test(next)));

/** "PC 4471 Rowan, Mansfield House": the number among the name, the station after the comma. */
export const readOfficer = (raw: string): Officer => {
  const text = raw.slice(0, 200);
  const open = openBracket(collapse(mayHoldContact.test(text) ? text.replace(contact, " ") : text));
  const [first = "", ...more] = open.text.split(dividers).filter(Boolean);
  const inverted = isInverted(first, more[0]);
  const { name = "", collarNumber } = readWho(inverted ? (more[0] as string) : first);
  const where = [...(inverted ? more.slice(1) : more), ...(open.station ? [open.station] : [])];
  const whole = inverted ? `${first}, ${name}` : name;
  return {
    ...(whole ? { name: whole } : {}),
    ...(collarNumber ? { collarNumber } : {}),
    ...(where.length > 0 ? { station: where.join(", ") } : {}),
  };
};
