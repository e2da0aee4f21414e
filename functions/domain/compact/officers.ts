import type { Officer } from "./types.ts";

const ranks =
  "PC|PS|DC|DS|DI|DCI|TDC|T\\/?DC|PCSO|SGT|Sgt|Insp|Inspector|CI|Supt|WPC|SC|Officer|Det(?:ective)? (?:Con(?:stable)?|Sgt)";
const numbered = new RegExp(`^(?:(${ranks})\\.?\\s+)?(\\d{2,6}|[A-Z]{1,2}\\d{2,5})\\s+(.+)$`);
const numberLast = /^(.*?\p{L})[\s(#-]+(\d{2,6}|[A-Z]{1,2}\d{2,5})\)?$/u;
const rankOnly = new RegExp(`^(?:${ranks})$`);
const numberOnly = new RegExp(`^(?:(${ranks})\\.?\\s+)?(\\d{2,6})$`);

/** "PC 4471 Rowan, Mansfield House": the number among the name, the station after the comma. */
export const readOfficer = (raw: string): Officer => {
  const [who = "", ...where] = raw.split(/\s*[,;]\s*/);
  const station = where.filter(Boolean).join(", ");
  const place = station ? { station } : {};
  const first = numbered.exec(who);
  if (first)
    return {
      name: [first[1], first[3]].filter(Boolean).join(" "),
      collarNumber: first[2] as string,
      ...place,
    };
  const only = numberOnly.exec(who);
  if (only) return { collarNumber: only[2] as string, ...place };
  const last = numberLast.exec(who);
  if (last?.[1] && !rankOnly.test(last[1]))
    return { name: last[1].trim(), collarNumber: last[2] as string, ...place };
  return { ...(who ? { name: who } : {}), ...place };
};
