import type { CareStatus, CompactKind, Flag, Risk, Sex } from "../../../domain/compact/compact.ts";
import { kinds, risks, sexes } from "../../../domain/compact/fields.ts";
import { type EndingWords, endingWords } from "./ending-words.ts";
import type { Field } from "./fields.ts";
import { labels, precedence } from "./label-words.ts";
import { listed, said } from "./notation.ts";
import { banners, closings, flags, furniture, sections } from "./pattern-words.ts";

export type { Field } from "./fields.ts";

type Words = readonly string[];
/** Regular expression sources, matched without case. */
type Patterns = readonly string[];

export type Vocabulary = {
  labels: Readonly<Record<Field, Words>>;
  precedence: Readonly<Record<string, number>>;
  /** Phrases that name the kind of report wherever they stand in a subject or heading. */
  kinds: Readonly<Record<CompactKind, Words>>;
  /** Words that name it only where nothing says it more fully. */
  weakKinds: Readonly<Record<CompactKind, Words>>;
  risks: Readonly<Record<Risk, Words>>;
  careStatuses: Readonly<Record<CareStatus, Words>>;
  sexes: Readonly<Record<Sex, Words>>;
  /** Parts d, dd, m, mm, month, y, yy, yyyy and dividers; of two that look alike ("m/d/y") the first counts. */
  dateForms: Words;
  /** Parts H, HH, h (of twelve), mm, ss, am and dividers; letters in quotes stand for themselves. */
  timeForms: Words;
  blanks: Words;
  yes: Words;
  no: Words;
  flags: Readonly<Record<Flag, Patterns>>;
  closings: Patterns;
  banners: Patterns;
  sections: Readonly<Record<keyof typeof sections, Patterns>>;
  furniture: Patterns;
  /** Words before a label that make it somebody else's: "School Name", "Carer Mobile". */
  qualifiers: Words;
  /** Labels that do not say whose: below an officer's or a school's name they are not the child's. */
  unowned: Words;
  /** Words above a quoted report that say the child is back. */
  returns: Words;
  /** Words above a quoted report that take it back or correct it, whoever is asked to. */
  retractions: Words;
  /** What keeps a report of an ending from being applied, by what it says. */
  endings: EndingWords;
  /** Over a column with what was, and over one with what is. */
  columns: Readonly<Record<"former" | "current", Words>>;
};

export const vocabulary: Vocabulary = {
  labels,
  precedence,
  // A death is never only a title's: see `endings`.
  kinds: listed(
    kinds,
    `
    missing: missing (notification|report|episode), missing (person|child) (report|notification), new missing episode,
      missing from home notification, misper (report|notification), new misper, reported missing
    found: found (notification|report|person report|episode|safe), located, returned, traced, no longer missing,
      (return|located) notification, returned home, return of missing (child|person), return of a missing (child|person)
    update: update, updated, risk (change|changed), change (of|in) risk, amended, amendment
    cancelled: cancelled, canceled, cancellation, (created|recorded) in error
    absent: absent, away from placement, absence (notification|report)
    `,
  ),
  weakKinds: listed(
    kinds,
    `
    missing: missing person, missing child, missing, misper
    found: found, safe and well
    absent: absence
    `,
  ),
  risks: listed(
    risks,
    `
    no-apparent-risk: nar, no apparent risk, none apparent, absent, no apparent
    low: low, very low, l
    medium: medium, med, m
    high: high, very high, h
    `,
  ),
  // In the order they are tried.
  careStatuses: listed(
    ["care-leaver", "not-looked-after", "looked-after"],
    `
    care-leaver: care leaver, leaving care, former looked after
    not-looked-after: not (looked after|in care|lac|a looked after child|cla|a child in care|currently looked after),
      no longer looked after, non (lac|cla|looked after)
    looked-after: lac, cla, cic, looked after, looked after child, in care, child in care, in the care of,
      (full|interim|) care order, fco, ico, (|voluntarily|voluntary) accommodated, s20, section 20, s31, section 31
    `,
  ),
  sexes: listed(
    sexes,
    `
    female: female, f, girl, woman
    male: male, m, boy, man
    other: other, non binary, nonbinary, intersex, indeterminate, x
    `,
  ),
  dateForms: said(`
    d/m/y, d month y, yyyy-m-d, d.m.y, d-m-y, month d yyyy, yyyy/m/d, yyyy.m.d, d\\m\\y, yyyymmdd, ddmmyyyy, yyyy mm dd,
    dd mm yyyy
  `),
  timeForms: said("H:mm:ss, H:mm, H.mm, h am, H'h'mm, HHmm, Hmm 'hrs'"),
  blanks: [
    "",
    ...said(`
    as above, same as above, see above, ditto, nk, n k, not known, unknown, u k, unk, n a, na, none, nil, none known, blank,
    tbc, tba, to be confirmed, to follow, awaited, awaiting,
    not (stated|recorded|applicable|given|disclosed|provided)
    `),
  ],
  yes: said("yes, y, true, positive"),
  no: said("no, n, false, negative"),
  flags,
  closings,
  banners,
  sections,
  furniture,
  qualifiers: said(`
    school, gp, college, authority, worker, officer, contact, parent, carer, mother, father, guardian, informant, friend,
    associate, kin, provider, reporting
  `),
  unowned: said("Address, Phone, Phone No, Tel, Telephone No, Contact No, Contact, Mobile, Email"),
  returns: said(`
    been found, now found, found (today|this|safe|at|by), fyi found, now home, home safe, (come|came|arrived|is|back) home,
    back (with|at), detained, at the placement, own way home, turned up, walked back, (came|come) back, (stood|stand) down,
    recovered, presented at, safe and well, no longer missing, concluded
  `),
  retractions: said(`
    (is|are) wrong, is incorrect, wrong (child|name|date), should (be|read), disregard, ignore, cancel, cancelled, in error,
    no longer missing, close, closed
  `),
  endings: endingWords,
  columns: listed(
    ["former", "current"],
    `
    former: previous, previously, was, old, from, before, former, original, (old|previous) value
    current: new, now, to, after, current, currently, revised, updated, (new|current) value
    `,
  ),
};
