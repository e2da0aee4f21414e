import { hostStatus } from "../host/host.ts";
import { type Accounted, accounted } from "./accounted.ts";
import { requireAnswer } from "./answers.ts";
import { authorityProfile } from "./authority-profile.ts";
import { clientsFor } from "./clients.ts";
import { advanceTo, labNow } from "./clock.ts";
import { type DecisionArguments, decideMail } from "./decide.ts";
import { takeDown } from "./down.ts";
import { episodeView } from "./episode.ts";
import { episodesAhead, listEpisodes } from "./episodes.ts";
import { LabError } from "./errors.ts";
import { listExecutions } from "./executions.ts";
import { readHeaders } from "./mail-headers.ts";
import { readOutbox } from "./outbox.ts";
import { listDecided, listQuarantine } from "./quarantine.ts";
import { type ActionArguments, recordAction } from "./record.ts";
import { addressee, dateOf, deliver } from "./send.ts";
import { type LabSettings, labSettings } from "./settings.ts";
import { settle } from "./settle.ts";
import { chooseAuthority, type Deployed, deployedAuthorities } from "./stacks.ts";
import { bringUp, type UpOptions } from "./up.ts";

export type SendOptions = {
  raw: Uint8Array;
  authority?: string | undefined;
  receipt?: Record<string, unknown> | undefined;
  /** First moves the clock on to the mail's Date. */
  onItsDate?: boolean | undefined;
};

/**
 * The lab as functions: what the commands, `npm start` and the integration tests all call. Nothing is kept here but
 * what CloudFormation says is deployed, until this lab itself goes up or down.
 */
export const openLab = (settings: LabSettings = labSettings()) => {
  const { endpoint, stateDir, ownHost } = settings;
  const clients = clientsFor(endpoint);
  let known: Promise<Deployed[]> | undefined;
  const deployed = () => {
    known ??= deployedAuthorities(clients);
    return known;
  };
  const forgetting = async <T>(change: Promise<T>): Promise<T> => {
    try {
      return await change;
    } finally {
      known = undefined;
    }
  };
  const chosen = async (authority?: string) => chooseAuthority(await deployed(), authority);

  const requireUp = async (): Promise<void> => {
    if (!ownHost) return await requireAnswer(endpoint);
    const { kind } = await hostStatus(stateDir);
    if (kind === "stopped")
      throw new LabError("The lab is not up: start it with npm start or npm run lab -- up.");
    if (kind === "unhealthy")
      throw new LabError("The lab does not answer: npm run lab -- down, then up again.");
  };

  const advance = async (target: number) => advanceTo(endpoint, clients, await deployed(), target);

  const send = async (options: SendOptions) => {
    const to = addressee(await deployed(), readHeaders(options.raw), options.authority);
    const date = options.onItsDate ? dateOf(options.raw) : undefined;
    if (date !== undefined && date > (await labNow(endpoint))) await advance(date);
    return { mailId: await deliver(endpoint, clients, to, options), deployed: to };
  };

  const sendAndWait = async (options: SendOptions): Promise<Accounted> => {
    const sent = await send(options);
    await settle(endpoint);
    return accounted(sent.mailId, clients, sent.deployed);
  };

  const record = async (request: ActionArguments, authority?: string) => {
    const recorded = await recordAction(request, clients, await chosen(authority));
    await settle(endpoint);
    return recorded;
  };

  const decide = async (request: DecisionArguments, authority?: string) => {
    const decided = await decideMail(request, clients, await chosen(authority));
    await settle(endpoint);
    return decided;
  };

  return {
    settings,
    clients,
    requireUp,
    deployed,
    chosen,
    send,
    sendAndWait,
    record,
    decide,
    up: (options: UpOptions) => forgetting(bringUp(settings, clients, options)),
    down: () => forgetting(takeDown(settings)),
    now: () => labNow(endpoint),
    advanceBy: async (seconds: number) => advance((await labNow(endpoint)) + seconds * 1_000),
    advanceTo: advance,
    settle: () => settle(endpoint),
    episode: async (reference: string, authority?: string) =>
      episodeView(reference, await labNow(endpoint), clients, await chosen(authority)),
    episodes: async (authority?: string) => listEpisodes(clients, await chosen(authority)),
    episodesAhead: async (authority?: string) =>
      episodesAhead(await labNow(endpoint), clients, await chosen(authority)),
    quarantine: async (authority?: string) => listQuarantine(clients, await chosen(authority)),
    decided: async (authority?: string) => listDecided(clients, await chosen(authority)),
    executions: async (authority?: string) => listExecutions(clients, await chosen(authority)),
    outbox: (authority?: string) =>
      readOutbox(endpoint, authority === undefined ? undefined : authorityProfile(authority).mail.from),
  };
};

export type Lab = ReturnType<typeof openLab>;
