import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { VerifyDomainIdentityCommand, VerifyEmailIdentityCommand } from "@aws-sdk/client-ses";
import { domainOf } from "../../../infra/names.ts";
import { HostError, hostStatus, startHost, stopHost } from "../../host/host.ts";
import { portIsFree } from "../../host/ports.ts";
import { IssuerError, startIssuer, stopIssuer } from "../../issuer/process.ts";
import { LabError } from "../errors.ts";
import type { Progress } from "../progress.ts";
import { shortly } from "../times.ts";
import { authorityProfile } from "./authority-profile.ts";
import type { Clients } from "./clients.ts";
import { consoleAddresses, openConsoles } from "./console.ts";
import { deployAuthority, type Synthesised, synthesise } from "./deploy.ts";
import type { LabSettings } from "./settings.ts";
import { prepareForCdk } from "./toolkit.ts";

export const defaultAuthorities = ["leicestershire", "derby-city"];

export type UpOptions = { authorities?: readonly string[]; at?: number | undefined; tell: Progress };

const ensureHost = async (settings: LabSettings, { at, tell }: UpOptions): Promise<void> => {
  const { stateDir, port, ownHost } = settings;
  if (!ownHost) return;
  const status = await hostStatus(stateDir);
  const running = status.kind === "healthy";
  if (running && at !== undefined)
    tell("The lab runs already: its clock stands where it is, move it with clock.");
  if (status.kind === "stopped" && status.died)
    tell(
      `The lab started on ${shortly(Date.parse(status.died.startedAt))} was ended from outside: its episodes, mails and clock went with it. This one begins empty.`,
    );
  if (!running) tell("Starting LocalStack…");
  try {
    const clockAt = at === undefined ? {} : { clockAt: new Date(at).toISOString() };
    const { doors, issuerPort } = consoleAddresses(settings);
    const { endpoint } = await startHost({ stateDir, port, doors, ...clockAt });
    await startIssuer({ stateDir, port: issuerPort, endpoint });
  } catch (cause) {
    if (cause instanceof HostError || cause instanceof IssuerError)
      throw new LabError(cause.message, { cause });
    throw cause;
  }
};

/** In production the mail stack's work, once an account; LocalStack knows identities only through SES v1. */
const verifySender = async (authority: string, { ses }: Clients): Promise<void> => {
  const { from } = authorityProfile(authority).mail;
  await ses.send(new VerifyEmailIdentityCommand({ EmailAddress: from }));
  await ses.send(new VerifyDomainIdentityCommand({ Domain: domainOf(from) }));
};

/** Starts what does not run and deploys what is not deployed. */
export const bringUp = async (settings: LabSettings, clients: Clients, options: UpOptions) => {
  const authorities = options.authorities?.length ? [...new Set(options.authorities)] : defaultAuthorities;
  for (const authority of authorities) authorityProfile(authority);
  const folder = join(settings.stateDir, "cdk");
  const synthesised = authorities.map((authority) => synthesise(authority, folder));
  const [, ...ready] = await Promise.all([
    ensureHost(settings, options).then(() => prepareForCdk(clients)),
    ...synthesised,
  ]);
  const addresses = consoleAddresses(settings);
  const deploy = async (stack: Synthesised) => {
    const { endpoint, ownHost } = settings;
    // Somebody else's LocalStack has neither our ports nor our sign-in: its consoles are where the profiles say.
    const parameters = {
      AcceptsLab: "yes",
      ...(ownHost ? { ConsoleUrl: addresses.urlOf(stack.authority), SignInIssuer: addresses.issuer } : {}),
    };
    await deployAuthority(stack, { clients, endpoint, parameters, tell: options.tell });
    await verifySender(stack.authority, clients);
  };
  await Promise.all(ready.map(deploy));
  if (settings.ownHost) await openConsoles(settings, clients, authorities);
  return authorities;
};

const LIMIT_MS = 5_000;

/** Stops the lab's host. Its port is let go a moment after the last process has died; a new lab may want it at once. */
export const takeDown = async ({ stateDir, port }: LabSettings): Promise<boolean> => {
  const [stopped] = await Promise.all([stopHost(stateDir), stopIssuer(stateDir)]);
  const giveUpAt = Date.now() + LIMIT_MS;
  while (stopped && !(await portIsFree(port)) && Date.now() < giveUpAt) await pause(20);
  return stopped;
};
