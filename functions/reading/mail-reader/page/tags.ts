import type { Role, Style } from "./style.ts";

export type Tag = {
  role: Role;
  style: Style;
  isVoid?: true;
  unseen?: true;
  heads?: true;
  /** Colours are among its attributes. */
  paints?: true;
};

const words = (text: string): string[] => text.split(" ");

const roles: Partial<Record<Role, string>> = {
  block:
    "address article aside caption center details dir div fieldset figcaption figure footer form header legend li main menu nav option section summary",
  paragraph: "blockquote h1 h2 h3 h4 h5 h6 ol p pre ul",
  table: "table",
  head: "thead",
  body: "tbody tfoot",
  row: "tr",
  cell: "td th",
  list: "dl",
  term: "dt",
  detail: "dd",
  break: "br",
  rule: "hr",
  field: "textarea",
};

const traits = {
  isVoid: "area base br col embed hr img input link meta source track wbr",
  unseen: "datalist noscript object script style svg template title",
  heads: "th",
  paints: "body font table tbody td tfoot th thead tr",
} as const;

const styles: [Style, names: string][] = [
  [{ bold: true }, "b dt h1 h2 h3 h4 h5 h6 strong th"],
  [{ struck: true }, "del s strike"],
  [{ spaces: "kept" }, "pre textarea"],
];

const inline: Tag = { role: "inline", style: {} };
const tags = new Map<string, Tag>();
const change = (name: string, more: Partial<Tag>): void => {
  tags.set(name, { ...(tags.get(name) ?? inline), ...more });
};

for (const [role, names] of Object.entries(roles))
  for (const name of words(names)) change(name, { role: role as Role });
for (const [trait, names] of Object.entries(traits))
  for (const name of words(names)) change(name, { [trait]: true });
for (const [style, names] of styles) for (const name of words(names)) change(name, { style });

export const tagOf = (name: string): Tag => tags.get(name) ?? inline;

const plain = new Set<Role>(["inline", "block", "paragraph"]);

/** A style makes rows and cells of anything; what is a part of a table as it is stays one. */
export const roleOf = (tag: Tag, { role }: Style): Role => {
  if (role === undefined || !plain.has(tag.role)) return tag.role;
  return role === "block" && tag.role !== "inline" ? tag.role : role;
};
