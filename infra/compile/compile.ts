import type { Paper, Papers } from "../../functions/domain/profile/in-words/coverage.ts";
import type { Profile } from "../../functions/domain/profile/profile.ts";
import { fail, ok, type Result } from "../../functions/domain/result.ts";
import { readProfile } from "../../functions/reading/force-words/read-profile.ts";
import { type Entry, entriesOf } from "./entries.ts";
import { type Fault, faultAt } from "./fault.ts";
import { asFields, asList, readDocument, readProfileFile, type Written } from "./files.ts";
import { foreignIds, wholeId, withPrefix } from "./ids.ts";
import { isUnder, placeOfCompiled } from "./made-of.ts";
import { namesOf, withNames } from "./named.ts";
import { faultsOfOtherwise } from "./otherwise.ts";
import { type Place, placeOf } from "./places.ts";
import { said } from "./written/fields.ts";
import type { YamlFile } from "./yaml-file.ts";

export type Compiled = { profile: Profile; papers: Papers };

const ofFile = ({ file, faults }: Written): Fault[] => [
  ...file.faults.map(({ line, problem }) => ({ place: { file, path: [] }, line, problem })),
  ...faults.map(({ path, problem }) => faultAt({ file, path }, problem)),
];

const ofEntry = ({ origin, written, faults }: Entry, prefix: unknown): Fault[] =>
  [...faults, ...foreignIds(written, prefix)].map(({ path, problem }) =>
    faultAt(placeOf(origin, path), problem, { rule: wholeId(written.id, prefix), clause: written.clause }),
  );

const sourcesOf = (profile: Written, followed: readonly Written[]): Record<string, unknown> => {
  // A rule that two documents ask for names clauses of both.
  const clauses = followed.flatMap(({ parts }) => Object.keys(asFields(parts.clauses)));
  const documents = followed.map(({ parts: { source, title, file } }) => [
    String(source),
    { title, file, clauses },
  ]);
  return { ...Object.fromEntries(documents), ...asFields(profile.parts.sources) };
};

const withDomains = (guard: unknown, domains: string): unknown => {
  const { says } = asFields(guard);
  return typeof says === "string"
    ? { ...asFields(guard), says: says.replaceAll("{staffDomains}", domains) }
    : guard;
};

const papersOf = (followed: readonly Written[]): Papers =>
  Object.fromEntries(followed.map(({ parts }) => [String(parts.source), asFields(parts.clauses) as Paper]));

type Placed = { value: unknown; place: Place };

/** Lists that stand in documents and profiles alike, each entry with its place. */
const listed = (part: string, files: readonly Written[]): Placed[] =>
  files.flatMap(({ file, parts }) =>
    asList(parts[part]).map((value, i) => ({ value, place: { file, path: [part, i] } })),
  );

/** A section's clause is of the document it stands in, where nothing else is said. */
const sectionsOf = (files: readonly Written[]): Placed[] =>
  files.flatMap((one) =>
    listed("form", [one]).map(({ value, place }) => ({
      value:
        "clause" in asFields(value) && one.parts.source !== undefined
          ? { source: one.parts.source, ...asFields(value) }
          : value,
      place,
    })),
  );

const isPrefix = (value: unknown): boolean => typeof value === "string" && /^[A-Z]{3}$/.test(value);

const ownParts = [
  ...[
    "authority",
    "name",
    "alsoKnownAs",
    "mail",
    "consoleUrl",
    "signIn",
    "forces",
    "forwarders",
    "staffDomains",
  ],
  ...["recipients", "standIns", "quarantine", "forceWatch"],
];

/** An authority's profile from its own file and the documents it follows, or every fault of them. */
export const compile = (
  profileFile: YamlFile,
  documentFiles: readonly YamlFile[],
): Result<Compiled, Fault[]> => {
  const profile = readProfileFile(profileFile);
  const followed = documentFiles.map(readDocument);
  const files = [...followed, profile];
  // A prefix that is none has its own fault, and would make one of every id.
  const prefix = isPrefix(profile.parts.prefix) ? profile.parts.prefix : "AAA";
  const { names, faults: ofNames } = namesOf(files);
  const entries = {
    rules: entriesOf("rules", profile, followed, names),
    guards: entriesOf("guards", profile, followed, names),
  };
  const form = sectionsOf(files);
  const contacts = listed("permittedContacts", files).map(({ value, place }) => ({
    ...withNames(value, names),
    place,
  }));
  const domains = asList(profile.parts.staffDomains).join(" or ");
  const raw = {
    ...said(Object.fromEntries(ownParts.map((part) => [part, profile.parts[part]]))),
    ...said({ foundComesAlone: files.map(({ parts }) => parts.foundComesAlone).find(Boolean) }),
    sources: sourcesOf(profile, followed),
    form: form.map(({ value }) => value),
    permittedContacts: contacts.map(({ value }) => value),
    rules: entries.rules.map((one) => withPrefix(one.raw, prefix)),
    guards: entries.guards.map((one) => withDomains(withPrefix(one.raw, prefix), domains)),
  };
  const written = [
    ...files.flatMap(ofFile),
    ...ofNames,
    ...contacts.flatMap(({ faults, place: { file, path } }) =>
      faults.map((one) => faultAt({ file, path: [...path, ...one.path] }, one.problem)),
    ),
    ...faultsOfOtherwise(profile, followed),
    ...[...entries.rules, ...entries.guards].flatMap((one) => ofEntry(one, prefix)),
  ];
  if (files.some(({ file }) => file.value === undefined)) return fail(written);
  const read = readProfile(raw);
  if (read.ok)
    return written.length > 0 ? fail(written) : ok({ profile: read.value, papers: papersOf(followed) });
  const meant = read.error.flatMap(({ path, problem, rule, clause }) => {
    // Missing or misspelt as it is written: said already.
    if (ownParts.includes(path) && problem.startsWith("is missing")) return [];
    const place = placeOfCompiled(path.split("."), {
      ...entries,
      form,
      permittedContacts: contacts,
      profile,
      followed,
    });
    return place && !written.some((fault) => isUnder(place, fault.place))
      ? [faultAt(place, problem, { rule, clause })]
      : [];
  });
  return fail([...written, ...meant]);
};
