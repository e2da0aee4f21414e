import { hostStatus } from "../host/host.ts";
import { requireAnswer } from "./answers.ts";
import { advanceTo, labNow, settle } from "./episode/clock.ts";
import { episodeView } from "./episode/episode.ts";
import { episodesAhead, listEpisodes } from "./episode/episodes.ts";
import { listExecutions } from "./episode/executions.ts";
import { openByHand } from "./episode/open.ts";
import { type ActionArguments, recordAction } from "./episode/record.ts";
import { LabError } from "./errors.ts";
import { type Accounted, accounted } from "./mail/accounted.ts";
import { type DecisionArguments, decideMail } from "./mail/decide.ts";
import { readHeaders } from "./mail/mail-headers.ts";
import { readOutbox } from "./mail/outbox.ts";
import { listDecided, listQuarantine } from "./mail/quarantine.ts";
import { addressee, dateOf, deliver } from "./mail/send.ts";
import { showMail } from "./mail/show-mail.ts";
import { authorityProfile } from "./stack/authority-profile.ts";
import { clientsFor } from "./stack/clients.ts";
import { type LabSettings, labSettings } from "./stack/settings.ts";
import { chooseAuthority, type Deployed, deployedAuthorities } from "./stack/stacks.ts";
import { bringUp, takeDown, type UpOptions } from "./stack/up-and-down.ts";

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

  const openEpisode = async (request: { by: string; open: unknown }, authority?: string) => {
    const opened = await openByHand(request, clients, await chosen(authority));
    await settle(endpoint);
    return opened;
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
    open: openEpisode,
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
    mail: async (mailId: string, authority?: string) => showMail(mailId, clients, await chosen(authority)),
    decided: async (authority?: string) => listDecided(clients, await chosen(authority)),
    executions: async (authority?: string) => listExecutions(clients, await chosen(authority)),
    outbox: (authority?: string) =>
      readOutbox(endpoint, authority === undefined ? undefined : authorityProfile(authority).mail.from),
  };
};

export type Lab = ReturnType<typeof openLab>;
