import { dayInWords, inWords, toInstant } from "../../../domain/calendar/instant.ts";
import { isRealDay, isRealMoment } from "../../../domain/calendar/real.ts";
import { type CompactDraft, childFields } from "../../../domain/compact/compact.ts";
import { fieldInWords } from "../../../domain/quarantine/field-words.ts";

const plain = (value: unknown): string => {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map(plain).join("; ");
  if (typeof value === "object" && value !== null)
    return Object.values(value).map(plain).filter(Boolean).join(", ");
  const text = String(value ?? "");
  if (isRealDay(text)) return dayInWords(text);
  return isRealMoment(text) ? inWords(toInstant(text)) : text;
};

/** One word of ours for a value that is one of a list: "no-apparent-risk" as people write it. */
const listed = new Set(["kind", "risk", "careStatus", "sex", "flags"]);

export const valueInWords = (field: string, value: unknown): string =>
  listed.has(field) ? plain(value).replaceAll("-", " ") : plain(value);

const isOfChild = (field: string): field is (typeof childFields)[number] =>
  (childFields as readonly string[]).includes(field);

/** What was read of a field; undefined where nothing was. */
export const whatWasRead = (draft: CompactDraft, field: string): unknown =>
  isOfChild(field) ? draft.child[field] : draft[field as keyof CompactDraft];

const order = [
  "kind",
  "reference",
  ...childFields,
  "careStatus",
  "risk",
  "missingSince",
  "reportedAt",
  "foundAt",
  "returnedAt",
];

/** Every field that was read, those that matter most first; what was not is no field. */
export const fieldsRead = (draft: CompactDraft): string[] => {
  const { child, provenance: _, unread: __, ...rest } = draft;
  const all = [...Object.keys(rest), ...Object.keys(child)];
  return [...order.filter((field) => all.includes(field)), ...all.filter((field) => !order.includes(field))];
};

export const titled = (field: string): string => {
  const words = fieldInWords(field);
  return words.charAt(0).toUpperCase() + words.slice(1);
};
