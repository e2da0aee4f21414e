import * as z from "zod";
import { PermanentError } from "../../domain/errors.ts";

const sessionsSchema = z.object({ SESSIONS_TABLE: z.string().min(1) });

const envSchema = sessionsSchema.extend({
  DECIDE_QUARANTINE_ARN: z.string().min(1),
  RECORD_ACTION_ARN: z.string().min(1),
  CONSOLE_SIGNING_KEY: z.string().min(1),
  SIGN_IN_ISSUER: z.url(),
  SIGN_IN_CLIENT: z.string().min(1),
});

const stated = <T>(schema: z.ZodType<T>): T => {
  const read = schema.safeParse(process.env);
  if (!read.success)
    throw new PermanentError(
      `the environment lacks ${read.error.issues.map((issue) => issue.path.join()).join(", ")}`,
    );
  return read.data;
};

/** Where the console keeps what is of no record, for who leaves an answer there. */
export const readSessionsTable = (): string => stated(sessionsSchema).SESSIONS_TABLE;

/** What the console needs of the environment besides what every function does. */
export const readConsoleEnv = () => {
  const env = stated(envSchema);
  return {
    sessionsTable: env.SESSIONS_TABLE,
    decideQuarantineArn: env.DECIDE_QUARANTINE_ARN,
    recordActionArn: env.RECORD_ACTION_ARN,
    signingKey: env.CONSOLE_SIGNING_KEY,
    issuer: env.SIGN_IN_ISSUER,
    clientId: env.SIGN_IN_CLIENT,
  };
};
