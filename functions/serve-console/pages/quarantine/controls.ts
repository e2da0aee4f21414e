import { careStatuses, flags, kinds, risks, sexes } from "../../../domain/compact/compact.ts";

/** How a field of a report is asked for. */
export type Control =
  | { kind: "text" | "long" | "day" | "moment" | "yes-no" | "lines" }
  | { kind: "one-of" | "some-of"; values: readonly string[] }
  | { kind: "group"; parts: Readonly<Record<string, { label: string; control: Control }>> };

const text: Control = { kind: "text" };
const long: Control = { kind: "long" };
const moment: Control = { kind: "moment" };

/** Every field that a person may state or correct, in the order in which they are asked for. */
export const controls: Readonly<Record<string, Control>> = {
  kind: { kind: "one-of", values: kinds },
  reference: text,
  forenames: text,
  surname: text,
  knownAs: text,
  dateOfBirth: { kind: "day" },
  missingSince: moment,
  reportedAt: moment,
  foundAt: moment,
  returnedAt: moment,
  risk: { kind: "one-of", values: risks },
  careStatus: { kind: "one-of", values: careStatuses },
  sex: { kind: "one-of", values: sexes },
  ethnicity: text,
  homeAddress: text,
  missingFromAddress: text,
  school: text,
  phone: text,
  incidentNumber: text,
  policePersonId: text,
  placingAuthority: text,
  placementType: text,
  socialWorker: text,
  childProtectionPlan: { kind: "yes-no" },
  foundLocation: text,
  foundBy: text,
  returnMethod: text,
  harm: long,
  circumstances: long,
  warnings: { kind: "lines" },
  flags: { kind: "some-of", values: flags },
  preventionInterview: {
    kind: "group",
    parts: {
      completed: { label: "Was it held?", control: { kind: "yes-no" } },
      at: { label: "When", control: moment },
      officer: { label: "By whom", control: text },
      summary: { label: "What was said", control: long },
    },
  },
  officer: {
    kind: "group",
    parts: {
      name: { label: "Name", control: text },
      collarNumber: { label: "Collar number", control: text },
      station: { label: "Station", control: text },
    },
  },
};

export const isField = (name: string): boolean => Object.hasOwn(controls, name);
