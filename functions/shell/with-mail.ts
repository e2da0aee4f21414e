import { SESClient } from "@aws-sdk/client-ses";
import { sendLetter } from "../adapters/mailer/send-letter.ts";
import type { Profile } from "../domain/profile/profile.ts";
import type { Env } from "./env.ts";

export const mailer = (env: Env, { mail }: Profile) =>
  sendLetter(new SESClient(), mail, env.configurationSet);
