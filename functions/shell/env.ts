import * as z from "zod";
import { PermanentError } from "../domain/errors.ts";

const envSchema = z.object({
  AUTHORITY: z.string().min(1),
  RAW_BUCKET: z.string().min(1),
  LEDGER_TABLE: z.string().min(1),
  EVENTS_TABLE: z.string().min(1),
  EPISODES_TABLE: z.string().min(1),
  OUTBOX_TABLE: z.string().min(1),
  RETURNS_TABLE: z.string().min(1),
  STATE_MACHINE_ARN: z.string().min(1),
  ATTACHMENT_READER_ARN: z.string().min(1),
  MAIL_READER_ARN: z.string().min(1),
  CONSOLE_URL: z.url().transform((url) => url.replace(/\/+$/, "")),
  /** Whether anybody's word is taken for who acted: in a lab, and never in an account. */
  ACCEPTS_LAB: z.enum(["no", "yes"]).default("no"),
  /** Empty where no configuration set exists. */
  SES_CONFIGURATION_SET: z.string().default(""),
});

/** Read at cold start, so that a wrong deployment fails at once and by name. */
export const readEnv = () => {
  const read = envSchema.safeParse(process.env);
  if (!read.success)
    throw new PermanentError(
      `the environment lacks ${read.error.issues.map((issue) => issue.path.join()).join(", ")}`,
    );
  const env = read.data;
  return {
    rawBucket: env.RAW_BUCKET,
    stateMachineArn: env.STATE_MACHINE_ARN,
    attachmentReaderArn: env.ATTACHMENT_READER_ARN,
    mailReaderArn: env.MAIL_READER_ARN,
    consoleUrl: env.CONSOLE_URL,
    configurationSet: env.SES_CONFIGURATION_SET,
    acceptsLab: env.ACCEPTS_LAB === "yes",
    tables: {
      ledger: env.LEDGER_TABLE,
      events: env.EVENTS_TABLE,
      episodes: env.EPISODES_TABLE,
      outbox: env.OUTBOX_TABLE,
      returns: env.RETURNS_TABLE,
    },
  };
};

export type Env = ReturnType<typeof readEnv>;
