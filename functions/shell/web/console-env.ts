import * as z from "zod";
import { PermanentError } from "../../domain/errors.ts";

const envSchema = z.object({
  SESSIONS_TABLE: z.string().min(1),
  CONSOLE_SIGNING_KEY: z.string().min(1),
  SIGN_IN_ISSUER: z.url(),
  SIGN_IN_CLIENT: z.string().min(1),
  RECORD_ACTION_ARN: z.string().min(1),
});

/** What the console needs of the environment besides what every function does. */
export const readConsoleEnv = () => {
  const read = envSchema.safeParse(process.env);
  if (!read.success)
    throw new PermanentError(
      `the environment lacks ${read.error.issues.map((issue) => issue.path.join()).join(", ")}`,
    );
  const env = read.data;
  return {
    sessionsTable: env.SESSIONS_TABLE,
    signingKey: env.CONSOLE_SIGNING_KEY,
    issuer: env.SIGN_IN_ISSUER,
    clientId: env.SIGN_IN_CLIENT,
    recordActionArn: env.RECORD_ACTION_ARN,
  };
};
