import { InvokeCommand } from "@aws-sdk/client-lambda";
import { LabError } from "../errors.ts";
import type { Clients } from "../stack/clients.ts";

/** Asks a deployed function, under its alias, as the console will. */
export const invoke = async (
  { lambda }: Pick<Clients, "lambda">,
  name: string,
  functionName: string,
  payload: unknown,
): Promise<unknown> => {
  const answer = await lambda.send(
    new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(payload) }),
  );
  const text = Buffer.from(answer.Payload ?? []).toString();
  if (answer.FunctionError) throw new LabError(`${name} failed: ${text.slice(0, 300)}.`);
  return JSON.parse(text);
};
