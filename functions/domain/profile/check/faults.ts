import type * as z from "zod";
import { fail, ok, type Result } from "../../result.ts";
import { circles } from "../check-course/circle-faults.ts";
import { neverHolds } from "../check-course/dead-faults.ts";
import { overlaps } from "../check-course/overlap-faults.ts";
import { seriesWithoutFirst } from "../check-course/series-faults.ts";
import { placed, profileShapeFaults } from "../check-shape/profile-shape.ts";
import { soundParts } from "../check-shape/sound-parts.ts";
import { clausesMissing } from "../clauses.ts";
import { type Profile, profileSchema } from "../profile.ts";
import { faultsOfAmounts } from "./amount-faults.ts";
import { didYouMean } from "./did-you-mean.ts";
import type { ProfileFault } from "./fault.ts";
import { faultsOfForces } from "./force-faults.ts";
import { faultsOfForm } from "./form-faults.ts";
import { faultsOfGuard } from "./guard-faults.ts";
import { faultsOfMailboxes } from "./mailbox-faults.ts";
import { faultsOfOfficeHours } from "./office-hours-faults.ts";
import { faultsOfPartners } from "./partner-faults.ts";
import { faultsOfRule } from "./rule-faults.ts";
import { faultsOfSigners } from "./signer-faults.ts";

export { faultInWords, type ProfileFault } from "./fault.ts";

const namedTwice = ({ rules }: Profile): ProfileFault[] => {
  const duties = rules.map((r) => r.duty);
  return rules.flatMap(({ id, clause, duty }, i) =>
    duties.indexOf(duty) === i
      ? []
      : [{ path: `rules.${i}.duty`, rule: id, clause, problem: `"${duty}" is named twice` }],
  );
};

const withoutRecipient = ({
  standIns,
  quarantine,
  forceWatch,
  reports,
  recipients,
}: Profile): ProfileFault[] => {
  const roles = {
    ...Object.fromEntries(Object.entries(standIns).map(([key, role]) => [`standIns.${key}`, role])),
    "quarantine.role": quarantine.role,
    "quarantine.next": quarantine.next,
    ...Object.fromEntries(
      Object.entries(reports).flatMap(([name, { to }]) =>
        to.map((role, i) => [`reports.${name}.to.${i}`, role]),
      ),
    ),
    ...(forceWatch.role === undefined ? {} : { "forceWatch.role": forceWatch.role }),
  };
  return Object.entries(roles)
    .filter(([, role]) => !(role in recipients))
    .map(([path, role]) => ({
      path,
      problem: `role "${role}" has no recipient${didYouMean(role, Object.keys(recipients))}`,
    }));
};

/** Episodes of before may keep a version that names none; nothing new is deployed without. */
const nobodySignsIn = ({ signIn }: Profile): ProfileFault[] =>
  signIn === undefined
    ? [{ path: "signIn", problem: "missing: nobody could sign in to the console and record what was done" }]
    : [];

const unknownClauses = ({ sources, rules, guards }: Profile): ProfileFault[] =>
  Object.entries({ rules, guards }).flatMap(([list, entries]) =>
    entries.flatMap(({ id, clause, source }, i) =>
      clausesMissing(clause, sources[source]).map((problem) => ({
        path: `${list}.${i}.clause`,
        rule: id,
        clause,
        problem,
      })),
    ),
  );

const unknownReportClauses = ({ sources, reports }: Profile): ProfileFault[] =>
  Object.entries(reports).flatMap(([name, { rule, clause, source }]) =>
    clausesMissing(clause, source === undefined ? undefined : sources[source]).map((problem) => ({
      path: `reports.${name}.clause`,
      rule,
      clause,
      problem,
    })),
  );

const permittedNever = (profile: Profile): ProfileFault[] =>
  profile.permittedContacts.flatMap(({ when, clause }, i) =>
    neverHolds(when, { at: `permittedContacts.${i}.when`, profile }).map((never) => ({ ...never, clause })),
  );

/** What only the reader of mails can say of a profile: the words its forces add to the vocabulary. */
export type WordCheck = (profile: Profile) => ProfileFault[];

/** What is wrong with a profile of the right shape. */
const faultsOfMeaning = (profile: Profile, faultsOfWords: WordCheck): ProfileFault[] => [
  ...namedTwice(profile),
  ...nobodySignsIn(profile),
  ...withoutRecipient(profile),
  ...faultsOfMailboxes(profile),
  ...faultsOfOfficeHours(profile),
  ...faultsOfSigners(profile),
  ...faultsOfPartners(profile),
  ...faultsOfAmounts(profile),
  ...overlaps(profile),
  ...unknownClauses(profile),
  ...unknownReportClauses(profile),
  ...permittedNever(profile),
  ...faultsOfForm(profile),
  ...faultsOfForces(profile),
  ...faultsOfWords(profile),
  ...profile.rules.flatMap((rule, i) => faultsOfRule(rule, `rules.${i}`, profile)),
  ...profile.guards.flatMap((guard, i) => faultsOfGuard(guard, `guards.${i}`, profile)),
];

/** What only shows where every rule can be read. */
const faultsAcrossRules = (profile: Profile): ProfileFault[] => [
  ...circles(profile),
  ...seriesWithoutFirst(profile),
];

const faultsOfShape = (raw: unknown, error: z.ZodError, faultsOfWords: WordCheck): ProfileFault[] => {
  const faults = profileShapeFaults(raw, error);
  const sound = soundParts(
    raw,
    faults.map(({ path }) => path),
  );
  return [
    ...faults.map(placed(raw)),
    ...(sound
      ? [
          ...faultsOfMeaning(sound.profile, faultsOfWords),
          ...(sound.everyRule ? faultsAcrossRules(sound.profile) : []),
        ].filter(({ path }) => sound.isSound(path))
      : [{ path: "everything else", problem: "is checked once this is put right" }]),
  ];
};

/** Reads a profile and collects every fault it has, each with its path and, in a rule, the clause. */
export const readProfileWith =
  (faultsOfWords: WordCheck) =>
  (raw: unknown): Result<Profile, ProfileFault[]> => {
    const parsed = profileSchema.safeParse(raw);
    if (!parsed.success) return fail(faultsOfShape(raw, parsed.error, faultsOfWords));
    const faults = [...faultsOfMeaning(parsed.data, faultsOfWords), ...faultsAcrossRules(parsed.data)];
    return faults.length > 0 ? fail(faults) : ok(parsed.data);
  };
