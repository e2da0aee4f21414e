import * as z from "zod";
import { AUTHORITY, type Bodies, organisationOf } from "../profile/staff.ts";
import { fail, ok, type Result } from "../result.ts";
import { roles as known, type Role } from "./may.ts";

const text = z.string().trim().min(1);

/** Who says who a person is, and what their claims mean here. No secret: the console signs with its own key. */
export const signInSchema = z.lazy(() =>
  z.strictObject({
    /** Of an OpenID Connect provider, as its discovery document states it. */
    issuer: z.url(),
    clientId: text,
    /** The certificate over the console's key by which the provider knows it (`x5t#S256`), where it asks for one. */
    certificate: text.exactOptional(),
    rolesClaim: text.default("roles"),
    /** Values of that claim which give a role. A value that stands nowhere gives nothing. */
    roles: z.partialRecord(z.enum(known), z.array(text).min(1)),
    teamsClaim: text.default("groups"),
    teams: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), z.array(text).min(1)).default({}),
  }),
);
export type SignIn = z.output<typeof signInSchema>;

/** A member of staff as their sign-in showed them. */
export type Staff = {
  /** The provider's name for the person: never given to another. */
  subject: string;
  name: string;
  address: string;
  roles: readonly Role[];
  teams: readonly string[];
};

const sameOnes = (one: readonly string[], other: readonly string[]): boolean =>
  one.every((item) => other.includes(item)) && other.every((item) => one.includes(item));

/** Whether two sign-ins gave the same roles and teams. */
export const holdsTheSame = (one: Staff, other: Staff): boolean =>
  sameOnes(one.roles, other.roles) && sameOnes(one.teams, other.teams);

/** What a checked ID token says. */
export type Claims = Readonly<Record<string, unknown>>;
export type NotStaff = "no-role" | "no-address" | "not-our-address";

const said = (claim: unknown): string[] =>
  (Array.isArray(claim) ? claim : [claim]).filter((value): value is string => typeof value === "string");

const given = <K extends string>(table: Partial<Record<K, string[]>>, claim: unknown): K[] => {
  const values = said(claim);
  return (Object.keys(table) as K[]).filter((key) => table[key]?.some((value) => values.includes(value)));
};

const words = (...claims: unknown[]): string | undefined =>
  claims.flatMap(said).find((claim) => claim.trim() !== "");

/** Who the claims make a person here. Their address is what their acts are signed with, so it has to be ours. */
export const staffFrom = (claims: Claims, signIn: SignIn, bodies: Bodies): Result<Staff, NotStaff> => {
  const claimed = given(signIn.roles, claims[signIn.rolesClaim]);
  if (claimed.length === 0) return fail("no-role");
  // An address that its provider says nobody proved may be anybody's.
  const email = claims.email_verified === false ? undefined : claims.email;
  const address = words(email, claims.preferred_username)?.toLowerCase();
  if (!address?.includes("@")) return fail("no-address");
  const organisation = organisationOf(address, bodies);
  if (organisation === undefined) return fail("not-our-address");
  const roles = claimed.filter(
    (role) => organisation === AUTHORITY || bodies.partners[organisation]?.signsInAs.includes(role),
  );
  if (roles.length === 0) return fail("no-role");
  const name = words(claims.name) ?? address;
  return ok({
    subject: String(claims.sub),
    name,
    address,
    roles,
    teams: given(signIn.teams, claims[signIn.teamsClaim]),
  });
};
