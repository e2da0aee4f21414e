import type { Refusal } from "../../domain/duty/guards.ts";
import { citedBehind } from "../../domain/profile/citation.ts";
import type { Condition } from "../../domain/profile/condition.ts";
import { partsOf } from "../../domain/profile/parts.ts";
import type { Profile } from "../../domain/profile/profile.ts";
import { isOurs } from "../../domain/profile/staff.ts";
import type { Field } from "./fields.ts";
import type { FormFault } from "./read-form.ts";

type Asked = { profile: Profile; fields: readonly Field[]; typed: URLSearchParams };

const pathsIn = (part: Condition, { profile, typed }: Asked): string[] => {
  if ("data" in part) return [part.data];
  if ("outsideStaff" in part)
    return part.outsideStaff.filter((path) => {
      const typedThere = typed.get(path)?.trim();
      return typedThere && !isOurs(typedThere, profile);
    });
  if ("sectionsEmpty" in part)
    return part.sectionsEmpty === "any" ? [] : part.sectionsEmpty.map((id) => `sections.${id}`);
  return [];
};

/** The question that a refusal is about: the first one of the form that its guard looks at. */
const placeOf = (refusal: Refusal, asked: Asked): string | undefined => {
  const guard = asked.profile.guards.find(({ id, says }) => id === refusal.rule && says === refusal.says);
  const paths = guard ? partsOf(guard.refuseWhen).flatMap((part) => pathsIn(part, asked)) : [];
  return paths.find((path) => asked.fields.some((field) => field.path === path));
};

/** Each refusal with its clause, beside the field it is about where it is about one. */
export const refusalFaults = (refusals: readonly Refusal[], asked: Asked): FormFault[] =>
  refusals.map((refusal) => {
    const path = placeOf(refusal, asked);
    return { says: citedBehind(refusal), ...(path ? { path } : {}) };
  });
