import type { ProfileFault } from "../../functions/domain/profile/check/fault.ts";
import type { Papers } from "../../functions/domain/profile/in-words/coverage.ts";
import type { Profile } from "../../functions/domain/profile/profile.ts";
import { fail, ok, type Result } from "../../functions/domain/result.ts";
import { readProfile } from "../../functions/reading/force-words/read-profile.ts";
import { listed, papersOf, sectionsOf, sourcesOf, withDomains } from "./contents.ts";
import { type Entry, entriesOf } from "./entries.ts";
import { type Fault, faultAt, faultInWords } from "./fault.ts";
import { asFields, asList, type PathFault, readDocument, readProfileFile, type Written } from "./files.ts";
import { foreignIds, wholeId, withPrefix } from "./ids.ts";
import { isUnder, type Made, placeOfCompiled } from "./made-of.ts";
import { namesOf, withNames } from "./named.ts";
import { faultsOfOtherwise } from "./otherwise.ts";
import { placeOf } from "./places.ts";
import { reportsOf } from "./reports.ts";
import { said } from "./written/fields.ts";
import type { YamlFile } from "./yaml-file.ts";

export type Compiled = {
  profile: Profile;
  papers: Papers;
  /** How a fault of the compiled profile is said: with the file and line where it is written. */
  inWords: (fault: ProfileFault) => string;
};

const ofFile = ({ file, faults }: Written): Fault[] => [
  ...file.faults.map(({ line, problem }) => ({ place: { file, path: [] }, line, problem })),
  ...faults.map(({ path, problem }) => faultAt({ file, path }, problem)),
];

const ofEntry = ({ origin, written, faults }: Entry, prefix: unknown): Fault[] =>
  [...faults, ...(isPrefix(prefix) ? foreignIds(written, prefix) : [])].map(({ path, problem }) =>
    faultAt(placeOf(origin, path), problem, { rule: wholeId(written.id, prefix), clause: written.clause }),
  );

/** A part that everything else stands on is missing, misspelt or no list: what follows would be untrue. */
const isOfAll = ({ path }: PathFault): boolean =>
  path.length === 0 || (path.length === 1 && ![...ownParts, "prefix"].includes(String(path[0])));

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
  ...["recipients", "lists", "standIns", "quarantine", "forceWatch", "officeHours", "partners"],
];

/** An authority's profile from its own file and the documents it follows, or every fault of them. */
export const compile = (
  profileFile: YamlFile,
  documentFiles: readonly YamlFile[],
): Result<Compiled, Fault[]> => {
  const profile = readProfileFile(profileFile);
  const followed = documentFiles.map(readDocument);
  const files = [...followed, profile];
  const { prefix } = profile.parts;
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
  // A prefix that is none has its own fault, and would make one of every id.
  const letters = isPrefix(prefix) ? prefix : "AAA";
  const { reports, faults: ofReports } = reportsOf(profile, followed, letters);
  const domains = [
    ...asList(profile.parts.staffDomains),
    ...Object.values(asFields(profile.parts.partners)).flatMap((one) => asList(asFields(one).domains)),
  ].join(" or ");
  const raw = {
    ...said(Object.fromEntries(ownParts.map((part) => [part, profile.parts[part]]))),
    ...said({ foundComesAlone: files.map(({ parts }) => parts.foundComesAlone).find(Boolean) }),
    approved: [...new Set(files.flatMap(({ parts }) => asList(parts.approved)))],
    wentBecause: [...new Set(files.flatMap(({ parts }) => asList(parts.wentBecause)))],
    reports,
    sources: sourcesOf(profile, followed),
    form: form.map(({ value }) => value),
    permittedContacts: contacts.map(({ value }) => value),
    rules: entries.rules.map((one) => withPrefix(one.raw, letters)),
    guards: entries.guards.map((one) => withDomains(withPrefix(one.raw, letters), domains)),
  };
  const written = [
    ...files.flatMap(ofFile),
    ...ofNames,
    ...ofReports,
    ...contacts.flatMap(({ faults, place: { file, path } }) =>
      faults.map((one) => faultAt({ file, path: [...path, ...one.path] }, one.problem)),
    ),
    ...faultsOfOtherwise(profile, followed),
    ...[...entries.rules, ...entries.guards].flatMap((one) => ofEntry(one, prefix)),
  ];
  if (files.some(({ file }) => file.value === undefined)) return fail(written);
  const unreadable = files.find(({ faults }) => faults.some(isOfAll));
  if (unreadable)
    return fail([
      ...files.flatMap(ofFile),
      faultAt({ file: unreadable.file, path: [] }, "everything else is checked once this is put right"),
    ]);
  const read = readProfile(raw);
  const made: Made = { ...entries, form, permittedContacts: contacts, profile, followed };
  const inWords = ({ path, problem, rule, clause }: ProfileFault): string => {
    const place = placeOfCompiled(path.split("."), made) ?? { file: profile.file, path: [] };
    return faultInWords(faultAt(place, problem, { rule, clause }));
  };
  if (read.ok)
    return written.length > 0
      ? fail(written)
      : ok({ profile: read.value, papers: papersOf(followed), inWords });
  // A fault of the whole file, such as a byte-order mark, says nothing of its parts.
  const shapes = written.map((fault) => fault.place).filter(({ path }) => path.length > 0);
  const meant = read.error.flatMap(({ path, problem, rule, clause }) => {
    // Missing or misspelt as it is written: said already.
    if (ownParts.includes(path) && problem.startsWith("is missing")) return [];
    const place = placeOfCompiled(path.split("."), made);
    return place && !shapes.some((other) => isUnder(place, other))
      ? [faultAt(place, problem, { rule, clause })]
      : [];
  });
  return fail([...written, ...meant]);
};
