import { readFileSync } from "node:fs";
import { sesReceiptSchema } from "../../../functions/reading/compact/trust/trust.ts";
import { badArgument } from "../errors.ts";
import { parseNamed } from "../files.ts";

const verdicts = ["spamVerdict", "virusVerdict", "spfVerdict", "dkimVerdict", "dmarcVerdict"];

/** All that SES says in a receipt; what holds anything else is another file, and would count as every verdict PASS. */
const known = new Set([
  ...verdicts,
  "timestamp",
  "processingTimeMillis",
  "recipients",
  "dmarcPolicy",
  "action",
]);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** By itself, or in the notification that SES publishes it in. */
const receiptIn = (json: unknown): unknown =>
  isObject(json) && isObject(json.receipt) && isObject(json.mail) ? json.receipt : json;

const faultIn = (receipt: unknown): string | undefined => {
  if (!isObject(receipt)) return "it is no object";
  const strange = Object.keys(receipt).find((key) => !known.has(key));
  if (strange !== undefined) return `"${strange}" is not among what SES says`;
  if (verdicts.some((verdict) => receipt[verdict] !== undefined)) return undefined;
  return `it holds no verdict, such as "${verdicts.at(-1)}"`;
};

const read = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw badArgument(`The receipt ${path} cannot be read.`, cause);
  }
};

/** The receipt SES would give beside the mail. */
export const readReceiptFile = (path: string): Record<string, unknown> => {
  const given = receiptIn(parseNamed(read(path), `The receipt ${path}`));
  const fault = faultIn(given);
  const receipt = sesReceiptSchema.safeParse(given);
  if (receipt.success && fault === undefined) return receipt.data;
  const [issue] = receipt.error?.issues ?? [];
  throw badArgument(
    `The receipt ${path} is not one SES gives: ${fault ?? (issue?.path.join(".") || issue?.message)}.`,
  );
};
