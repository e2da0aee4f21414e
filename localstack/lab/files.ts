import { readFileSync } from "node:fs";
import { parseJson } from "../../functions/domain/parse-json.ts";
import { badArgument } from "./errors.ts";

export const readMailFile = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw badArgument(`The mail ${path} cannot be read.`, cause);
  }
};

export const parseNamed = (text: string, what: string): unknown => {
  const json = parseJson(text);
  if (!json.ok) throw badArgument(`${what} is not JSON: ${json.error}.`);
  return json.value;
};

export const readJsonArgument = (text: string, option: string): unknown =>
  parseNamed(text, `The ${option} given`);

/** An object, as every --data is: null or a list would count as nothing said. */
export const readDataArgument = (text: string): object => {
  const data = readJsonArgument(text, "--data");
  if (typeof data === "object" && data !== null && !Array.isArray(data)) return data;
  throw badArgument('The --data given is no object such as {"dateOfBirth":"2011-03-09"}.');
};
