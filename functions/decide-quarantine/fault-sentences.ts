import type * as z from "zod";
import { type ShapeFault, shapeFaults } from "../domain/shape/shape-faults.ts";

const sentence = ({ path, problem }: ShapeFault): string => {
  const field = path.join(".") || "data";
  return `${field}: ${problem.startsWith("is missing") ? "the mail does not state it, so say it" : problem}`;
};

/** Of a word that is none of those allowed all are listed: the nearest in letters may be far in what it means. */
const withChoices = ({ issues }: z.ZodError, fault: ShapeFault): ShapeFault => {
  const at = fault.path.join(".");
  const issue = issues.find(({ code, path }) => code === "invalid_value" && path.join(".") === at);
  return issue?.code !== "invalid_value" || fault.problem.startsWith("is missing")
    ? fault
    : { ...fault, problem: `has to be one of ${issue.values.join(", ")}` };
};

/** Everything that is wrong with a report's shape, each in a sentence that begins with the field. */
export const faultSentences = (error: z.ZodError, raw: unknown): string[] =>
  shapeFaults(error, raw).map((fault) => sentence(withChoices(error, fault)));

/** What is wrong with what a person sent, before any mail is looked at. */
export const dataFaults = (error: z.ZodError, raw: unknown): string[] =>
  error.issues.some(({ path }) => path.length === 0)
    ? ["The data of a release is an object of corrected fields, as npm run parse names them."]
    : faultSentences(error, raw);
