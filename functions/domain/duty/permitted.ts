import type { Context } from "../condition/context.ts";
import { holds } from "../condition/since.ts";
import type { Profile } from "../profile/profile.ts";

/** Through whom this child may be contacted, where the protocol says; nobody else is. */
export const permittedContact = (context: Context): Profile["permittedContacts"][number] | undefined =>
  context.profile.permittedContacts.find(({ when }) => holds(when, context));
