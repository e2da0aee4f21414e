import { answerOf } from "./answers.ts";
import { readCare, readCareLeaver, settleCare } from "./care.ts";
import type { Findings } from "./findings.ts";
import { provenanceOf } from "./findings.ts";
import type { Pair } from "./form.ts";
import { readInterview } from "./interview.ts";
import { kindOfField, kindOfStatus } from "./kinds.ts";
import { isMarked, readMarker, readWarnings } from "./markers.ts";
import { readDay, readMoment } from "./moments.ts";
import { type PersonName, readForenames, readName, readSurname } from "./names.ts";
import { readOfficer } from "./officers.ts";
import { readPhone } from "./phones.ts";
import { plainWords } from "./plain-words.ts";
import type { ReadContext } from "./read-context.ts";
import { readReference } from "./references.ts";
import { otherRiskReason, readRisk } from "./risks.ts";
import { collapse } from "./spaces.ts";
import { holdsTick, tickedOf } from "./ticks.ts";
import type { Sex } from "./types.ts";
import type { Field } from "./vocabulary.ts";

/** What one pair says, by key; `undefined` where the label is known and the value is not. */
type Said = Record<string, unknown> | undefined;
type Outcome = { said?: Said; reason?: string };
type Reader = (value: string, context: ReadContext) => Outcome;

const grouped = (group: string, fields: Record<string, unknown>): Record<string, unknown> => {
  const said: Record<string, unknown> = {};
  for (const key in fields) said[`${group}.${key}`] = fields[key];
  return said;
};

const asWritten =
  (key: string): Reader =>
  (value) => ({ said: { [key]: collapse(value) } });

const moment =
  (key: string): Reader =>
  (value, { lexicon }) => {
    const stated = readMoment(value, lexicon.moments);
    if (stated.kind === "instant")
      return { said: { [key]: stated.at }, ...(stated.ambiguous ? { reason: `ambiguous-date:${key}` } : {}) };
    if (stated.kind === "date") return { said: { [`${key}:date`]: stated.date } };
    if (stated.kind === "time") return { said: { [`${key}:time`]: stated.time } };
    return lexicon.isYes(value) || lexicon.isNo(value) ? { said: {} } : { reason: `unreadable-date:${key}` };
  };

const yesOrNo =
  (key: string): Reader =>
  (value, { lexicon }) => {
    const answer = answerOf(value, lexicon);
    if (answer === "not stated") return { said: {} };
    return answer ? { said: { [key]: answer === "yes" } } : {};
  };

const dateOfBirth: Reader = (value, { latestYear, lexicon }) => {
  const day = readDay(value, latestYear, lexicon.moments);
  if (!day) return { reason: "unreadable-date:dateOfBirth" };
  const age = /\(\s*(?:aged?\s*)?(\d{1,2})\b[^)]*\)|\baged?\s*:?\s*(\d{1,2})\b/i.exec(value);
  return { said: { dateOfBirth: day, ...(age ? { age: Number(age[1] ?? age[2]) } : {}) } };
};

const age: Reader = (value) => {
  const years = /^\D{0,8}(\d{1,2})\s*(?:y(?:ea)?rs?(?: old)?|yo)?\b/i.exec(value);
  return years ? { said: { age: Number(years[1]) } } : {};
};

const sex: Reader = (value, { lexicon }) => {
  const words = plainWords(value);
  const found = (Object.entries(lexicon.words.sexes) as [Sex, readonly string[]][]).find(([, names]) =>
    names.includes(words),
  );
  return found ? { said: { sex: found[0] } } : {};
};

/** Two children under one label are not one of them: which is meant is for a person to say. */
const named =
  (read: (raw: string) => PersonName): Reader =>
  (value) => {
    const { isTwo, ...said } = read(value);
    if (isTwo) return { reason: "conflicting-values:forenames" };
    return Object.keys(said).length > 0 ? { said } : {};
  };

const phone: Reader = (value) => {
  const number = readPhone(value);
  return number ? { said: { phone: number } } : {};
};

const interview: Reader = (value, { lexicon }) => {
  if (lexicon.isYes(value)) return { said: { "preventionInterview.completed": true } };
  if (lexicon.isNo(value)) return { said: { "preventionInterview.completed": false } };
  const said = grouped("preventionInterview", readInterview(value, lexicon.moments));
  return Object.keys(said).length > 0 ? { said } : {};
};

/** A day without an hour is no fault here: it is kept in words. */
const interviewAt: Reader = (value, { lexicon }) => {
  const stated = readMoment(value, lexicon.moments);
  if (stated.kind === "instant") return { said: { "preventionInterview.at": stated.at } };
  return stated.kind === "date"
    ? { said: { "preventionInterview.summary": collapse(value) } }
    : { reason: "unreadable-date:preventionInterview" };
};

const officer: Reader = (value) => ({ said: grouped("officer", readOfficer(collapse(value))) });

const readers: Record<Exclude<Field, "marker">, Reader> = {
  kind: kindOfField,
  status: kindOfStatus,
  reference: readReference("reference"),
  incidentNumber: readReference("incidentNumber"),
  policePersonId: readReference("policePersonId"),
  name: named(readName),
  forenames: named(readForenames),
  surname: named(readSurname),
  knownAs: asWritten("knownAs"),
  dateOfBirth,
  age,
  sex,
  ethnicity: asWritten("ethnicity"),
  homeAddress: asWritten("homeAddress"),
  missingFromAddress: asWritten("missingFromAddress"),
  school: asWritten("school"),
  phone,
  careStatus: readCare,
  careLeaver: readCareLeaver,
  placingAuthority: asWritten("placingAuthority"),
  placementType: asWritten("placementType"),
  socialWorker: asWritten("socialWorker"),
  childProtectionPlan: yesOrNo("childProtectionPlan"),
  risk: readRisk,
  previousRisk: () => ({ said: { previousRisk: true } }),
  missingSince: moment("missingSince"),
  reportedAt: moment("reportedAt"),
  foundAt: moment("foundAt"),
  returnedAt: moment("returnedAt"),
  foundLocation: asWritten("foundLocation"),
  foundBy: asWritten("foundBy"),
  returnMethod: asWritten("returnMethod"),
  harm: asWritten("harm"),
  preventionInterview: interview,
  preventionInterviewAt: interviewAt,
  preventionInterviewOfficer: asWritten("preventionInterview.officer"),
  preventionInterviewSummary: asWritten("preventionInterview.summary"),
  circumstances: asWritten("circumstances"),
  warnings: readWarnings,
  officer,
  collarNumber: (value) => ({
    said: { "officer.collarNumber": value.replace(/^(?:PC|PS|DC|DS)\s+/i, "").trim() },
  }),
  station: asWritten("officer.station"),
  formNote: () => ({ said: {} }),
};

/** Boxes are read here, so that every field takes the ticked answer; the words of free text keep theirs. */
const ticked = (pair: Pair): Pair =>
  pair.known?.field !== "circumstances" && holdsTick(pair.value)
    ? { ...pair, value: tickedOf(pair.value) }
    : pair;

export const readFields = (pairs: readonly Pair[], context: ReadContext): Findings => {
  const findings: Findings = { found: [], reasons: [], unrecognised: [] };
  for (const stated of pairs) {
    const pair = ticked(stated);
    if (context.lexicon.isBlank(pair.value)) continue;
    if (!pair.known && !isMarked(pair, context)) {
      findings.unrecognised.push({ label: pair.label, value: pair.value });
      continue;
    }
    const { field, rank } = pair.known ?? { field: "marker", rank: 1 };
    const outcome = field === "marker" ? readMarker(pair, context) : readers[field](pair.value, context);
    if (outcome.reason) findings.reasons.push(outcome.reason);
    if (!outcome.said && !outcome.reason)
      findings.unrecognised.push({ label: pair.label, value: pair.value });
    for (const key in outcome.said)
      findings.found.push({ key, value: outcome.said[key], rank, from: provenanceOf(pair, context.source) });
  }
  settleCare(findings);
  findings.reasons.push(...otherRiskReason(findings, context));
  return findings;
};
