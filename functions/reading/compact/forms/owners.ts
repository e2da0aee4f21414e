import type { Field } from "../words/fields.ts";
import { isContact, isOfChild, isOwner, isPersonal } from "../words/fields.ts";
import type { Lexicon } from "../words/lexicon.ts";
import type { Item } from "./cell.ts";
import type { Match } from "./labels.ts";

/** So many pairs up it is looked for whose a telephone is. */
const farthest = 8;

const isMobile = (label: string): boolean => /\bmob/i.test(label);

/** Whoever the pairs above were about last: a child's own particulars, or somebody with a telephone of their own. */
const ownerAbove = (
  items: readonly Item[],
  field: Field,
  label: string,
  lexicon: Lexicon,
): string | undefined => {
  let looked = 0;
  for (let at = items.length - 1; at >= 0 && looked < farthest; at -= 1) {
    const item = items[at] as Item;
    if (item.is !== "pair") continue;
    looked += 1;
    const { owner, known, label: above } = item;
    if (owner !== undefined) return owner;
    if (!known) {
      if (lexicon.sectionOf(above) === "others") return above;
      continue;
    }
    if (isOwner(known.field)) return known.field === "school" && isMobile(label) ? undefined : above;
    return field === "homeAddress" || isOfChild(known.field) || isMobile(label) ? undefined : "";
  }
  return undefined;
};

/** Under a heading for somebody else: a school's name under "School" is the child's school all the same. */
export const isTheirs = ({ known }: Match, others: string | undefined): boolean =>
  known !== undefined &&
  others !== undefined &&
  isPersonal(known.field) &&
  !(known.field === "school" && /school|education/i.test(others));

/** A contact right below whoever it belongs to. */
export const ownerOfContact = (
  { label, known }: Match,
  items: readonly Item[],
  lexicon: Lexicon,
): string | undefined =>
  known && isContact(known.field) && lexicon.isUnowned(label)
    ? ownerAbove(items, known.field, label, lexicon)
    : undefined;
