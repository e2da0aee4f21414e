import { SESClient } from "@aws-sdk/client-ses";
import { sendLetter } from "../adapters/mailer/send-letter.ts";
import type { Profile } from "../domain/profile/profile.ts";
import type { Env } from "./env.ts";

/**
 * SES refuses what goes faster than the account's rate: then the client waits, longer each time and at most some eight
 * seconds in all. What is refused all the same is the next minute's. Not "adaptive": one refusal would slow every mail
 * after it to one in two seconds, and the reminders of the minute with them.
 */
export const paced = { retryMode: "standard", maxAttempts: 5 } as const;

export const mailer = (env: Env, { mail }: Profile) =>
  sendLetter(new SESClient(paced), mail, env.configurationSet);
