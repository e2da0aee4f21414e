import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Profile } from "../functions/domain/profile/profile.ts";
import { fail, ok, type Result } from "../functions/domain/result.ts";
import { nearest } from "../functions/domain/shape/nearest.ts";
import { type Compiled, compile } from "./compile/compile.ts";
import { type Fault, faultAt, faultInWords } from "./compile/fault.ts";
import { asFields, asList } from "./compile/files.ts";
import { readYaml, type YamlFile } from "./compile/yaml-file.ts";

export const profiles = new URL("./profiles/", import.meta.url);

const namesIn = (folder: URL): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(".yaml"))
        .map((file) => file.slice(0, -".yaml".length))
        .sort()
    : [];

/** Every authority with a profile, by name. */
export const authorityNames = (folder: URL = profiles): string[] => namesIn(folder);

/** Why this names no authority: to every tool a bad argument. Undefined where it names one. */
export const unknownAuthority = (name: unknown, folder: URL = profiles): string | undefined => {
  const names = authorityNames(folder);
  if (typeof name === "string" && names.includes(name)) return undefined;
  const hint = `Choose one of: ${names.join(", ") || "(infra/profiles holds none)"}.`;
  return typeof name !== "string" || name === ""
    ? `No authority given: add -c authority=NAME. ${hint}`
    : `There is no profile "${name}" in infra/profiles. ${hint}`;
};

const fileIn = (folder: URL, room: string, name: string): YamlFile =>
  readYaml(`infra/${room}/${name}.yaml`, readFileSync(new URL(`${name}.yaml`, folder), "utf8"));

const followedBy = (profile: YamlFile): string[] => {
  const { follows } = asFields(profile.value);
  return typeof follows === "string" ? [follows] : asList(follows).map(String);
};

/** What holds under every protocol, whatever paper an authority follows. */
const EVERY_AUTHORITY = "every-authority";

const everyAuthority = (): YamlFile =>
  fileIn(new URL("./protocols/", import.meta.url), "protocols", EVERY_AUTHORITY);

/** Without its rules nothing can be said of those that are there. */
const notThere = (name: string): YamlFile => ({
  name,
  value: undefined,
  faults: [],
  lineAt: () => 1,
  typedAt: () => undefined,
});

/** The documents a profile follows, and those it names and that are not there. */
const documentsOf = (profile: YamlFile, folder: URL): { documents: YamlFile[]; faults: Fault[] } => {
  const protocols = new URL("../protocols/", folder);
  const known = namesIn(protocols);
  const names = followedBy(profile);
  return {
    documents: [
      ...names.map((name) => (known.includes(name) ? fileIn(protocols, "protocols", name) : notThere(name))),
      everyAuthority(),
    ],
    faults: names.flatMap((name, i) => {
      if (known.includes(name)) return [];
      const near = nearest(name, known);
      const hint = near ? `; did you mean "${near}"?` : `; there are: ${known.join(", ")}`;
      return [
        faultAt({ file: profile, path: ["follows", i] }, `infra/protocols has no "${name}.yaml"${hint}`),
      ];
    }),
  };
};

/** Documents that no authority follows, and nobody would check: one sentence each. */
export const unfollowedDocuments = (folder: URL = profiles): string[] => {
  const followed = authorityNames(folder).flatMap((name) => followedBy(fileIn(folder, "profiles", name)));
  return namesIn(new URL("../protocols/", folder))
    .filter((name) => !followed.includes(name) && name !== EVERY_AUTHORITY)
    .map((name) => `infra/protocols/${name}.yaml: no authority follows it, so it is not checked`);
};

/** The authority's profile with the papers it follows, or every fault of its files. */
const compileAuthority = (name: string, folder: URL = profiles): Result<Compiled, Fault[]> => {
  const file = fileIn(folder, "profiles", name);
  const { documents, faults } = documentsOf(file, folder);
  const read = compile(file, documents);
  const said = asFields(file.value).authority;
  const all = [
    ...faults,
    ...(read.ok ? [] : read.error),
    ...(typeof said === "string" && said !== name
      ? [faultAt({ file, path: ["authority"] }, `says "${said}", the file's name says "${name}"`)]
      : []),
  ];
  return read.ok && all.length === 0 ? ok(read.value) : fail(all);
};

/** The authority's profile with its papers, or every reason why it can't be deployed, one sentence each. */
export const readWithPapers = (name: string, folder: URL = profiles): Result<Compiled, string[]> => {
  const unknown = unknownAuthority(name, folder);
  if (unknown !== undefined) return fail([unknown]);
  const read = compileAuthority(name, folder);
  return read.ok ? read : fail(read.error.map(faultInWords));
};

/** The authority's profile, or every reason why it can't be deployed, one sentence each. */
export const readAuthority = (name: string, folder: URL = profiles): Result<Profile, string[]> => {
  const read = readWithPapers(name, folder);
  return read.ok ? ok(read.value.profile) : read;
};
