import { readFileSync } from "node:fs";
import { sesReceiptSchema } from "../../functions/domain/compact/trust-policy.ts";
import { parseJson } from "../../functions/domain/parse-json.ts";
import { badArgument } from "./errors.ts";

export const readMailFile = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw badArgument(`The mail ${path} cannot be read.`, cause);
  }
};

const parse = (text: string, what: string): unknown => {
  const json = parseJson(text);
  if (!json.ok) throw badArgument(`${what} is not JSON: ${json.error}.`);
  return json.value;
};

export const readJsonArgument = (text: string, option: string): unknown => parse(text, `The ${option} given`);

/** An object, as every --data is: null or a list would count as nothing said. */
export const readDataArgument = (text: string): object => {
  const data = readJsonArgument(text, "--data");
  if (typeof data === "object" && data !== null && !Array.isArray(data)) return data;
  throw badArgument('The --data given is no object such as {"dateOfBirth":"2011-03-09"}.');
};

/** The receipt SES would give beside the mail. */
export const readReceiptFile = (path: string): Record<string, unknown> => {
  const read = () => {
    try {
      return readFileSync(path, "utf8");
    } catch (cause) {
      throw badArgument(`The receipt ${path} cannot be read.`, cause);
    }
  };
  const receipt = sesReceiptSchema.safeParse(parse(read(), `The receipt ${path}`));
  if (receipt.success) return receipt.data;
  const [issue] = receipt.error.issues;
  throw badArgument(`The receipt ${path} is not one SES gives: ${issue?.path.join(".") || issue?.message}.`);
};
