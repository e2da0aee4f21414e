import { createPublicKey } from "node:crypto";
import { GetPublicKeyCommand } from "@aws-sdk/client-kms";
import { type Role, roles } from "../../../functions/domain/console/may.ts";
import type { Profile } from "../../../functions/domain/profile/profile.ts";
import { authorityNames } from "../../../infra/read-authority.ts";
import { consolePorts } from "../../host/ports.ts";
import { type Client, readDirectory, type User, writeDirectory } from "../../issuer/directory.ts";
import { LabError } from "../errors.ts";
import { everywhere, inStories, partnersPeople, teamMembers } from "../story/people.ts";
import { authorityProfile } from "./authority-profile.ts";
import type { Clients } from "./clients.ts";
import type { LabSettings } from "./settings.ts";
import { chooseAuthority, deployedAuthorities } from "./stacks.ts";

/** Where a lab's consoles and its sign-in lie. */
export const consoleAddresses = ({ port }: Pick<LabSettings, "port">) => {
  const { issuer, consoles } = consolePorts(port, authorityNames());
  return {
    issuerPort: issuer,
    doors: Object.values(consoles),
    issuer: `https://localhost:${issuer}`,
    doorOf: (authority: string): number => consoles[authority] ?? 0,
    urlOf: (authority: string): string => `https://localhost:${consoles[authority]}`,
  };
};

/** The consoles of these authorities, by name. */
export const consolesOf = (
  settings: Pick<LabSettings, "port">,
  authorities: readonly string[],
): Record<string, string> =>
  Object.fromEntries(authorities.map((name) => [name, consoleAddresses(settings).urlOf(name)]));

const does: Record<Role, string> = {
  coordinator: "Missing coordinator: sees and allocates everything",
  worker: "Social worker: sees what is allocated to them or their team",
  manager: "Team manager: signs off and decides",
  auditor: "Auditor: reads everything, changes nothing",
};

/** Of each team whose members the profile knows a worker, who sees that team's episodes and no others. */
const inTeams = ({ authority, signIn, staffDomains, recipients }: Profile): User[] =>
  Object.entries(signIn?.teams ?? {}).flatMap(([team, groups], i) => {
    const values = signIn?.roles.worker;
    const member = teamMembers[i];
    if (!signIn || !values || !member) return [];
    return {
      id: `${authority}.${team}`,
      name: member.name,
      does: `Social worker of ${recipients[team]?.name ?? team}: sees what is that team's`,
      email: `${member.local}@${staffDomains[0]}`,
      claims: { [signIn.rolesClaim]: values.slice(0, 1), [signIn.teamsClaim]: groups.slice(0, 1) },
    };
  });

const inRoles = ({ authority, signIn, staffDomains }: Profile): User[] =>
  roles.flatMap((role) => {
    const values = signIn?.roles[role];
    if (!signIn || !values) return [];
    const { name, local } = inStories[authority]?.[role] ?? everywhere[role];
    return {
      id: `${authority}.${role}`,
      name,
      does: does[role],
      email: `${local}@${staffDomains[0]}`,
      claims: { [signIn.rolesClaim]: values.slice(0, 1) },
    };
  });

/** Of whoever acts for the authority, by their own domain. */
const inPartners = ({ authority, signIn, partners }: Profile): User[] =>
  Object.entries(partners).flatMap(([partner, { name, domains, signsInAs }]) =>
    signsInAs.map((role) => ({
      id: `${authority}.${partner}.${role}`,
      name: partnersPeople[role].name,
      does: `${name}, ${does[role].charAt(0).toLowerCase()}${does[role].slice(1)}`,
      email: `${partnersPeople[role].local}@${domains[0]}`,
      claims: signIn ? { [signIn.rolesClaim]: (signIn.roles[role] ?? []).slice(0, 1) } : {},
    })),
  );

/** Somebody for each role and each team and partner that the profile gives to anybody, with the claims that give it. */
export const demoUsers = (profile: Profile): User[] => [
  ...inRoles(profile),
  ...inTeams(profile),
  ...inPartners(profile),
];

const asClient = async (profile: Profile, keyArn: string, url: string, { kms }: Clients): Promise<Client> => {
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: keyArn }));
  const key = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: "der", type: "spki" });
  return {
    clientId: profile.signIn?.clientId ?? "",
    name: profile.name,
    consoleUrl: url,
    key: { kty: "RSA", ...key.export({ format: "jwk" }) },
    users: demoUsers(profile),
  };
};

const openDoor = async (
  endpoint: string,
  door: { port: number; api: string; stage: string },
): Promise<void> => {
  const answer = await fetch(new URL("/_doors", endpoint), { method: "POST", body: JSON.stringify(door) });
  if (!answer.ok)
    throw new LabError(`The console's port ${door.port} could not be opened: ${await answer.text()}`);
};

/** Gives a deployed authority's console its port, and makes it known to the lab's sign-in with people to sign in as. */
export const openConsoles = async (
  settings: LabSettings,
  clients: Clients,
  authorities: readonly string[],
): Promise<void> => {
  const addresses = consoleAddresses(settings);
  const deployed = await deployedAuthorities(clients);
  const known: Client[] = [];
  for (const authority of authorities) {
    const { outputs } = chooseAuthority(deployed, authority);
    const door = { port: addresses.doorOf(authority), api: outputs.ConsoleApiId, stage: "live" };
    await openDoor(settings.endpoint, door);
    const url = addresses.urlOf(authority);
    known.push(await asClient(authorityProfile(authority), outputs.ConsoleSigningKeyArn, url, clients));
  }
  const others = readDirectory(settings.stateDir).clients.filter(
    ({ clientId }) => !known.some((client) => client.clientId === clientId),
  );
  writeDirectory(settings.stateDir, { clients: [...others, ...known] });
};
