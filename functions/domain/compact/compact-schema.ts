import * as z from "zod";
import { isRealDay, isRealMoment } from "../calendar/real.ts";
import {
  type Compact,
  careStatuses,
  flags,
  kinds,
  type ParseResult,
  type Provenance,
  risks,
  sexes,
} from "./compact.ts";

const text = z.string().exactOptional();
const wholeSeconds = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/;
const moment = z
  .string()
  .refine(
    (text) => wholeSeconds.test(text) && isRealMoment(text),
    "has to be a time such as 2026-11-14T21:30:00+00:00",
  );
const day = z.string().refine(isRealDay, "has to be a date such as 2011-03-09");
const kind = z.enum(kinds);

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isProvenance = (value: unknown): boolean =>
  isPlainObject(value) &&
  typeof value.source === "string" &&
  typeof value.label === "string" &&
  typeof value.raw === "string" &&
  Object.keys(value).length === 3;

/** A compact has an entry for every field it holds. By hand, for a schema of each cost as much as all other checks. */
const isProvenanceOfFields = (value: unknown): boolean =>
  isPlainObject(value) && Object.values(value).every(isProvenance);

const child = z.strictObject({
  forenames: text,
  surname: text,
  knownAs: text,
  dateOfBirth: day.exactOptional(),
  sex: z.enum(sexes).exactOptional(),
  ethnicity: text,
  homeAddress: text,
  missingFromAddress: text,
  school: text,
  phone: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, "has to be a number such as +447700900123")
    .exactOptional(),
});

const draft = z.strictObject({
  kind: kind.exactOptional(),
  reference: text,
  incidentNumber: text,
  policePersonId: text,
  child,
  careStatus: z.enum(careStatuses).exactOptional(),
  placingAuthority: text,
  placementType: text,
  socialWorker: text,
  childProtectionPlan: z.boolean().exactOptional(),
  risk: z.enum(risks).exactOptional(),
  missingSince: moment.exactOptional(),
  reportedAt: moment.exactOptional(),
  foundAt: moment.exactOptional(),
  returnedAt: moment.exactOptional(),
  foundLocation: text,
  foundBy: text,
  returnMethod: text,
  harm: text,
  preventionInterview: z
    .strictObject({
      completed: z.boolean().exactOptional(),
      at: moment.exactOptional(),
      officer: text,
      summary: text,
    })
    .exactOptional(),
  circumstances: text,
  warnings: z.array(z.string()).exactOptional(),
  flags: z.array(z.enum(flags)).exactOptional(),
  officer: z.strictObject({ name: text, collarNumber: text, station: text }).exactOptional(),
  provenance: z.custom<Record<string, Provenance>>(isProvenanceOfFields),
});

const complete = draft.extend({
  kind,
  reference: z.string().min(1),
  child: child.extend({ surname: z.string().min(1), dateOfBirth: day }),
});

/** One compact that may be acted on, as events keep it. */
export const compactSchema: z.ZodType<Compact> = complete;

const reading = {
  reasons: z.array(z.string()),
  unrecognised: z.array(z.strictObject({ label: z.string(), value: z.string() })).exactOptional(),
};

/** The contract as a check: what leaves the reader, and what a stored reading must still be. */
export const parseResultSchema: z.ZodType<ParseResult> = z.discriminatedUnion("status", [
  z.strictObject({
    status: z.literal("accepted"),
    ...reading,
    compacts: z.array(complete).min(1),
    waiting: z.array(draft).min(1).exactOptional(),
  }),
  z.strictObject({
    status: z.literal("quarantined"),
    ...reading,
    reasons: z.array(z.string()).min(1),
    compacts: z.array(draft),
  }),
]);
