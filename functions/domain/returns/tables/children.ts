import { toInstant } from "../../calendar/instant.ts";
import type { FactsRow } from "../facts-row.ts";
import type { Cohort } from "../input.ts";
import { backOf, HOUR } from "../judged.ts";
import type { Table } from "../table.ts";
import { breakdown, type Slice } from "./breakdown.ts";

const definition = {
  counted: "episodes by what is known of the child or the episode; children beside them",
  of: "episodes whose child came back in the period, and none of them left out",
  without: "episodes cancelled as created in error or a duplicate",
};

const lengths = ["under 6 hours", "6 to 24 hours", "1 to 3 days", "3 to 7 days", "over 7 days"] as const;
const upTo = [6, 24, 72, 168, Number.POSITIVE_INFINITY];

const lengthOf = (row: FactsRow): string | undefined => {
  const back = backOf(row);
  if (back === undefined) return undefined;
  const hours = (back - toInstant(row.startAt)) / HOUR;
  return hours < 0 ? undefined : lengths[upTo.findIndex((most) => hours < most)];
};

const ages = ["under 10", "10", "11", "12", "13", "14", "15", "16", "17", "18 and over"];
const ageOf = ({ age }: FactsRow): string | undefined => {
  if (age === undefined || age < 0) return undefined;
  if (age < 10) return "under 10";
  return age > 17 ? "18 and over" : String(age);
};

/** What a breakdown of children is by, each in its own few lines. */
export const childSlices = {
  age: { title: "Age", by: ageOf, order: ages },
  ethnicity: {
    title: "Ethnicity",
    by: ({ ethnicGroup }: FactsRow) => ethnicGroup,
    order: ["white", "mixed", "asian", "black", "other"],
  },
  accommodation: {
    title: "Accommodation",
    by: ({ placement }: FactsRow) => (placement === "not-known" ? undefined : placement),
    order: ["home", "foster", "childrens-home", "semi-independent", "kin", "secure", "hospital", "other"],
    words: { "childrens-home": "children's home", "semi-independent": "semi-independent", kin: "with kin" },
  },
  school: { title: "School", by: ({ school }: FactsRow) => school },
  length: { title: "Length missing", by: lengthOf, order: lengths },
  care: {
    title: "Looked after",
    by: ({ care }: FactsRow) => care,
    order: ["looked-after", "care-leaver", "not-looked-after"],
    words: {
      "looked-after": "looked after",
      "care-leaver": "care leaver",
      "not-looked-after": "not looked after",
    },
  },
  location: { title: "Went missing from (postcode district)", by: ({ district }: FactsRow) => district },
  exploitation: {
    title: "Exploitation",
    by: ({ flags }: FactsRow) => (flags.includes("exploitation") ? "flagged" : "not flagged"),
    order: ["flagged", "not flagged"],
  },
} as const satisfies Record<string, Omit<Slice<FactsRow>, "id" | "definition">>;

export type ChildSlice = keyof typeof childSlices;

export const childTable =
  (slice: ChildSlice) =>
  ({ returned }: Cohort): Table =>
    breakdown<FactsRow>(
      returned.map(({ row }) => row),
      { id: slice, definition, child: ({ child }) => child, ...childSlices[slice] },
    );
