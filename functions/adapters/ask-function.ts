import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import type * as z from "zod";
import { TransientError } from "../domain/errors.ts";
import { inOurWords } from "./vendor-errors.ts";

/** Another of our functions, by the ARN of its alias `live`, and what it answers. */
export type Asked<T> = { name: string; functionArn: string; answer: z.ZodType<T>; withinMs?: number };

/** Asks it and waits. A failure is worth another attempt, and none of its words are quoted: they may be a mail's. */
export const askFunction =
  <T>(client: LambdaClient, { name, functionArn, answer, withinMs }: Asked<T>) =>
  async (request: object): Promise<T> => {
    const { FunctionError, Payload } = await inOurWords(`asking the ${name}`, () =>
      client.send(
        new InvokeCommand({ FunctionName: functionArn, Payload: JSON.stringify(request) }),
        withinMs === undefined ? {} : { abortSignal: AbortSignal.timeout(withinMs) },
      ),
    );
    const text = Payload ? Buffer.from(Payload).toString("utf8") : "null";
    const read = answer.safeParse(FunctionError ? undefined : JSON.parse(text));
    if (!read.success) throw new TransientError(`the ${name} failed`);
    return read.data;
  };
