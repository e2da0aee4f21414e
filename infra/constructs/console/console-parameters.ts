import { CfnParameter, type Stack } from "aws-cdk-lib/core";
import type { Profile } from "../../../functions/domain/profile/profile.ts";

/** Where the console lies and who signs people in: the profile says it, and a lab or a trial says otherwise. */
export type ConsoleParameters = { url: string; issuer: string; clientId: string };

export const consoleParameters = (
  stack: Stack,
  { consoleUrl, signIn }: Pick<Profile, "consoleUrl" | "signIn">,
): ConsoleParameters => {
  const parameter = (id: string, preset: string | undefined, description: string): string =>
    new CfnParameter(stack, id, {
      ...(preset === undefined ? {} : { default: preset }),
      minLength: 1,
      description,
    }).valueAsString;
  return {
    url: parameter("ConsoleUrl", consoleUrl, "Where staff open the console; links in mails lead there"),
    issuer: parameter("SignInIssuer", signIn?.issuer, "The OpenID Connect provider that signs staff in"),
    clientId: parameter("SignInClient", signIn?.clientId, "The console's client id with that provider"),
  };
};
