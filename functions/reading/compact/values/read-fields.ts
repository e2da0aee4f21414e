import type { Sex } from "../../../domain/compact/compact.ts";
import type { Pair } from "../forms/form.ts";
import { holdsTick, tickedOf } from "../forms/ticks.ts";
import { readMoment } from "../times/moments.ts";
import { collapse, plainWords } from "../words/plain-words.ts";
import type { Field } from "../words/vocabulary.ts";
import { answerOf } from "./answers.ts";
import { readCare, readCareLeaver, settleCare } from "./care.ts";
import { type Findings, provenanceOf, type ReadContext } from "./findings.ts";
import { isMarked, readMarker, readWarnings } from "./flags.ts";
import { readInterview } from "./interview.ts";
import { kindOfField, kindOfStatus } from "./kinds.ts";
import { momentField } from "./moment-field.ts";
import { type PersonName, readForenames, readName, readSurname } from "./names.ts";
import { readOfficer } from "./officers.ts";
import { age, dateOfBirth, readPhone } from "./particulars.ts";
import { readReference } from "./references.ts";
import { otherRiskReason, readRisk } from "./risks.ts";

/** What one pair says, by key; `undefined` where the label is known and the value is not. */
type Said = Record<string, unknown> | undefined;
type Outcome = { said?: Said; spare?: Said; reason?: string; isLeft?: boolean };
type Reader = (value: string, context: ReadContext, label: string) => Outcome;

const grouped = (group: string, fields: Record<string, unknown>): Record<string, unknown> => {
  const said: Record<string, unknown> = {};
  for (const key in fields) said[`${group}.${key}`] = fields[key];
  return said;
};

const asWritten =
  (key: string): Reader =>
  (value) => ({ said: { [key]: collapse(value) } });

const yesOrNo =
  (key: string): Reader =>
  (value, { lexicon }) => {
    const answer = answerOf(value, lexicon);
    if (answer === "not stated") return { said: {} };
    return answer ? { said: { [key]: answer === "yes" } } : {};
  };

/** "Male, IC3": what comes first, as long as what follows names no other. */
const sex: Reader = (value, { lexicon }) => {
  const sexes = Object.entries(lexicon.words.sexes) as [Sex, readonly string[]][];
  const named = (words: string): Sex | undefined => sexes.find(([, names]) => names.includes(words))?.[0];
  const whole = named(plainWords(value));
  if (whole) return { said: { sex: whole } };
  const [first = "", ...rest] = value.slice(0, 80).split(/[\s,;/()–-]+/);
  const only = rest.some((word) => named(plainWords(word))) ? undefined : named(plainWords(first));
  return only ? { said: { sex: only } } : {};
};

/** Two children under one label are not one of them: which is meant is for a person to say. */
const named =
  (read: (raw: string) => PersonName): Reader =>
  (value) => {
    const { isTwo, ...said } = read(value);
    if (isTwo) return { reason: "conflicting-values:forenames" };
    return Object.keys(said).length > 0 ? { said } : {};
  };

const further = /\b(?:([23])|middle|second)\b/i;

/** "Forename 2" and "Middle Name" go on with what another label begins. */
const forenames: Reader = (value, context, label) => {
  const outcome = named(readForenames)(value, context, label);
  const place = further.exec(label);
  const more = outcome.said?.forenames;
  return place && more !== undefined ? { said: { [`forenames:${place[1] ?? 2}`]: more } } : outcome;
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

/** "Victim of Crime: Yes" beside other harm would be a yes to nothing. */
const harm: Reader = (value, { lexicon }, label) => ({
  said: { harm: lexicon.isYes(value) ? `${collapse(label)}: ${collapse(value)}` : collapse(value) },
});

const officer: Reader = (value) => ({ said: grouped("officer", readOfficer(collapse(value))) });

const readers: Record<Exclude<Field, "marker">, Reader> = {
  kind: kindOfField,
  status: kindOfStatus,
  reference: readReference("reference"),
  incidentNumber: readReference("incidentNumber"),
  policePersonId: readReference("policePersonId"),
  name: named(readName),
  forenames,
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
  missingSince: momentField("missingSince"),
  reportedAt: momentField("reportedAt"),
  foundAt: momentField("foundAt"),
  returnedAt: momentField("returnedAt"),
  foundLocation: asWritten("foundLocation"),
  foundBy: asWritten("foundBy"),
  returnMethod: asWritten("returnMethod"),
  harm,
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

const keep = (findings: Findings, said: Said, pair: Pair, context: ReadContext): void => {
  const rank = pair.known?.rank ?? 1;
  for (const key in said)
    findings.found.push({ key, value: said[key], rank, from: provenanceOf(pair, context.source) });
};

const leaveBlank = (findings: Findings, field: Field): void => {
  findings.blanks ??= new Set();
  const keys = field === "name" ? ["surname", "forenames"] : [field === "officer" ? "officer.name" : field];
  for (const key of keys) findings.blanks.add(key);
};

export const readFields = (pairs: readonly Pair[], context: ReadContext): Findings => {
  const findings: Findings = { found: [], reasons: [], unrecognised: [] };
  const leave = ({ kind, label, value }: Pair) => findings.unrecognised.push({ kind, label, value });
  const spares: [Pair, Said][] = [];
  for (const stated of pairs) {
    const pair = ticked(stated);
    if (context.lexicon.isBlank(pair.value)) {
      if (pair.known) leaveBlank(findings, pair.known.field);
      continue;
    }
    if (!pair.known && !isMarked(pair, context)) {
      leave(pair);
      continue;
    }
    const field = pair.known?.field ?? "marker";
    const outcome: Outcome =
      field === "marker" ? readMarker(pair, context) : readers[field](pair.value, context, pair.label);
    if (outcome.reason) findings.reasons.push(outcome.reason);
    if (outcome.isLeft || (!outcome.said && !outcome.reason)) leave(pair);
    if (outcome.spare) spares.push([pair, outcome.spare]);
    keep(findings, outcome.said, pair, context);
  }
  for (const [pair, said] of spares) {
    const isSaid = findings.found.some(({ key }) => said !== undefined && key in said);
    if (isSaid) leave(pair);
    else keep(findings, said, pair, context);
  }
  settleCare(findings);
  findings.reasons.push(...otherRiskReason(findings, context));
  return findings;
};
