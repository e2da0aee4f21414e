type Fields = Record<string, unknown>;
type Doubled = { path: (string | number)[]; problem: string };

/** What each kind of condition is known by, and what may stand beside it. */
const beside: Readonly<Record<string, readonly string[]>> = {
  always: [],
  status: [],
  missingLongerThan: [],
  episodes: [],
  absencesInARow: [],
  elapsed: [],
  unmet: [],
  told: [],
  care: [],
  risk: [],
  loweredTo: [],
  flag: [],
  fact: ["is", "contains", "except", "ever"],
  placedByAnother: [],
  compact: [],
  recorded: ["with"],
  lastRecorded: ["with"],
  concern: [],
  happened: [],
  undecided: [],
  attemptsShortOf: [],
  age: [],
  data: ["is"],
  after: [],
  outsideStaff: [],
  signedBy: [],
  sectionsEmpty: [],
  not: [],
  all: [],
  any: [],
};

export const conditionNames = Object.keys(beside);

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const written = (value: unknown): string =>
  typeof value === "string" || typeof value === "boolean" || typeof value === "number"
    ? JSON.stringify(value)
    : "…";

const problemOf = (condition: Fields, names: readonly string[]): string => {
  const each = names.map((name) => {
    const more = (beside[name] ?? [])
      .filter((key) => key in condition)
      .map((key) => `, ${key}: ${written(condition[key])}`);
    return `{ ${name}: ${written(condition[name])}${more.join("")} }`;
  });
  return `holds ${names.length} conditions, ${names.map((n) => `"${n}"`).join(" and ")}: put them under "all" where each has to be so, { all: [${each.join(", ")}] }, or under "any" where one is enough`;
};

const inside = (condition: Fields, path: (string | number)[]): Doubled[] => [
  ...["all", "any"].flatMap((key) => {
    const list = condition[key];
    return Array.isArray(list) ? list.flatMap((one, i) => inCondition(one, [...path, key, i])) : [];
  }),
  ...inCondition(condition.not, [...path, "not"]),
  ...(isFields(condition.unmet)
    ? inCondition(condition.unmet.condition, [...path, "unmet", "condition"])
    : []),
];

const inCondition = (raw: unknown, path: (string | number)[]): Doubled[] => {
  if (Array.isArray(raw))
    return [
      {
        path,
        problem:
          "is a list: write { all: [ … ] } where each of them has to be so, or { any: [ … ] } where one is enough",
      },
    ];
  if (!isFields(raw)) return [];
  const names = conditionNames.filter((name) => name in raw);
  return names.length > 1 ? [{ path, problem: problemOf(raw, names) }] : inside(raw, path);
};

const places = new Set(["when", "doneWhen", "refuseWhen"]);

/** Conditions of which two stand in one { }, wherever conditions stand in the rules: each with what to write. */
export const doubledConditions = (raw: unknown, path: (string | number)[] = []): Doubled[] => {
  if (Array.isArray(raw)) return raw.flatMap((one, i) => doubledConditions(one, [...path, i]));
  if (!isFields(raw)) return [];
  return Object.entries(raw).flatMap(([key, value]) =>
    places.has(key) ? inCondition(value, [...path, key]) : doubledConditions(value, [...path, key]),
  );
};
