import { join } from "node:path";
import { HostError, hostStatus, startHost } from "../../host/host.ts";
import { LabError } from "../errors.ts";
import type { Progress } from "../progress.ts";
import { shortly } from "../times.ts";
import { authorityProfile } from "./authority-profile.ts";
import type { Clients } from "./clients.ts";
import { deployAuthority, type Synthesised, synthesise } from "./deploy.ts";
import { verifySender } from "./identities.ts";
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
    await startHost({ stateDir, port, ...clockAt });
  } catch (cause) {
    if (cause instanceof HostError) throw new LabError(cause.message, { cause });
    throw cause;
  }
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
  const deploy = async (stack: Synthesised) => {
    await deployAuthority(stack, { clients, endpoint: settings.endpoint, tell: options.tell });
    await verifySender(stack.authority, clients);
  };
  await Promise.all(ready.map(deploy));
  return authorities;
};
