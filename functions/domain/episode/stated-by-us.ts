import { toInstant } from "../calendar/instant.ts";
import type { Compact } from "../compact/compact.ts";
import type { ActionEvent } from "./events.ts";
import type { FactName, Facts } from "./fact-fields.ts";

type Flag = NonNullable<Compact["flags"]>[number];

const placementWords: Record<string, string> = {
  home: "at home",
  foster: "foster care",
  "childrens-home": "residential children's home",
  "semi-independent": "semi-independent",
  kin: "with kin",
  secure: "secure",
  hospital: "hospital",
  other: "other",
};

/** What rules look at, of one statement: in the words of a report, so that a rule reads both alike. */
export const asReported = (
  facts: Facts,
): Partial<Omit<Compact, "child">> & { child: Partial<Compact["child"]> } => {
  const { careStatus, placement, protectionPlan, ethnicity, school, contactDetails } = facts;
  const flagged: [Flag, string | undefined][] = [
    ["exploitation", facts.exploitation],
    ["trafficking", facts.trafficking],
    ["unwilling-to-return", facts.refusesToReturn],
  ];
  const flags = flagged.filter(([, answer]) => answer === "yes").map(([flag]) => flag);
  const type = placement && placementWords[placement];
  return {
    ...(careStatus && careStatus !== "not-known" ? { careStatus } : {}),
    ...(facts.placingAuthority ? { placingAuthority: facts.placingAuthority } : {}),
    ...(type ? { placementType: type } : {}),
    ...(protectionPlan && protectionPlan !== "not-known"
      ? { childProtectionPlan: protectionPlan === "yes" }
      : {}),
    ...(facts.missingSince ? { missingSince: facts.missingSince } : {}),
    ...(facts.foundAt ? { foundAt: facts.foundAt } : {}),
    ...(facts.returnedAt ? { returnedAt: facts.returnedAt } : {}),
    ...(flags.length > 0 ? { flags } : {}),
    child: {
      ...(ethnicity ? { ethnicity } : {}),
      ...(school ? { school } : {}),
      ...(contactDetails ? { phone: contactDetails } : {}),
    },
  };
};

export const isStatement = ({ type }: Pick<ActionEvent, "type">): boolean => type === "fact-recorded";

export type Said = { compact: ReturnType<typeof asReported>; recordedAt: string };

/** What people of the authority said, in the order they said it. */
export const saidByUs = (actions: readonly ActionEvent[]): Said[] =>
  actions
    .filter(isStatement)
    .toSorted((a, b) => toInstant(a.recordedAt) - toInstant(b.recordedAt))
    .map(({ data, recordedAt }) => ({ compact: asReported(data as Facts), recordedAt }));

const overOne = (
  facts: Partial<Compact>,
  { compact: { flags: _, child, ...said } }: Said,
): Partial<Compact> => ({
  ...facts,
  ...said,
  ...(Object.keys(child).length > 0 ? { child: { ...facts.child, ...child } as Compact["child"] } : {}),
});

/** What the authority says stands over what the police say; what it does not know stays as they say it (ALL-07). */
export const overPolice = (police: Partial<Compact>, actions: readonly ActionEvent[]): Partial<Compact> =>
  saidByUs(actions).reduce<Partial<Compact>>(overOne, police);

const returning: readonly FactName[] = ["foundAt", "returnedAt"];

/** A person of the authority says that the child is back: a turn of the episode like a found report. */
export const returnsSaid = (actions: readonly ActionEvent[]) =>
  actions.filter(isStatement).flatMap(({ id, data, recordedAt }) => {
    const [at] = returning
      .toReversed()
      .flatMap((name) => (data[name] === undefined ? [] : [String(data[name])]));
    return at === undefined ? [] : [{ id, type: "found" as const, at, recordedAt, trusted: true }];
  });
