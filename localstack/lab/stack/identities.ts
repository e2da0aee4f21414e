import { VerifyDomainIdentityCommand, VerifyEmailIdentityCommand } from "@aws-sdk/client-ses";
import { domainOf } from "../../../infra/names.ts";
import { authorityProfile } from "./authority-profile.ts";
import type { Clients } from "./clients.ts";

/** In production the mail stack's work, once an account; LocalStack knows identities only through SES v1. */
export const verifySender = async (authority: string, { ses }: Clients): Promise<void> => {
  const { from } = authorityProfile(authority).mail;
  await ses.send(new VerifyEmailIdentityCommand({ EmailAddress: from }));
  await ses.send(new VerifyDomainIdentityCommand({ Domain: domainOf(from) }));
};
