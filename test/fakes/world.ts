import { alertQuarantine } from "../../functions/core/alert-quarantine/alert-quarantine.ts";
import { dispatchWith } from "../../functions/core/dispatch-outbox/dispatch-outbox.ts";
import { remembering } from "../../functions/core/office/people.ts";
import type { LinkedReport } from "../../functions/core/ports/acknowledgements.ts";
import type { EpisodeEvent } from "../../functions/domain/episode/events.ts";
import type { Profile } from "../../functions/domain/profile/profile.ts";
import { leicestershire } from "../builders/profiles.ts";
import { someClaims } from "./claims.ts";
import { aClock, type Clock } from "./clock.ts";
import { aDatabase } from "./database.ts";
import {
  aChain,
  anEpisodeStore,
  episodeIndex,
  type Meddling,
  rowsOf,
  someOpenWorkflows,
} from "./episode-store.ts";
import { anIo, type Io } from "./io.ts";
import { aLedger, aQuarantine, someForceMails } from "./ledger.ts";
import { anOffice } from "./office.ts";
import { anOutbox, leaveIn, messagesIn, someTokens } from "./outbox.ts";
import { aPostOffice } from "./post-office.ts";
import { someProfiles } from "./profiles.ts";
import { aWorkflow } from "./workflow.ts";

type WorldOptions<S> = {
  profile?: Profile;
  at?: string;
  clock?: Clock;
  io?: Io;
  stores?: (now: () => number) => S;
};

/** Everything a use case depends on, in memory, on one clock and behind one door that can kill the process. */
export const aWorld = <S extends object = object>({
  profile = leicestershire,
  at = "2026-11-14T23:00:00Z",
  clock = aClock(at),
  io = anIo(),
  stores,
}: WorldOptions<S> = {}) => {
  const db = aDatabase();
  const meddling: Meddling = { beforeNextCommit: undefined };
  const workflow = aWorkflow(io);
  const post = aPostOffice(io, clock);
  let tokens = 0;
  const left: { id: string; cause: unknown }[] = [];
  const counted: string[] = [];
  const kept = (id: string, cause: unknown): void => void left.push({ id, cause });
  const profiles = someProfiles(profile);
  const base = {
    profile,
    profiles,
    episodes: anEpisodeStore(db, io, meddling),
    chainOf: aChain(db, io),
    office: anOffice(db, io),
    people: remembering(anOffice(db, io).load, clock.now),
    claims: someClaims(db, io),
    newToken: () => String(++tokens).padStart(43, "t"),
    links: {
      find: (link: string) =>
        io.call("find a link", () => {
          const row = db.links.get(link);
          return row === undefined ? undefined : (JSON.parse(row) as LinkedReport);
        }),
    },
    outbox: anOutbox(db, io),
    tokens: someTokens(db, io),
    workflow: workflow.port,
    send: post.send,
    quarantine: aQuarantine(db, io),
    ledger: aLedger(db, io),
    mails: someForceMails(db, io),
    due: episodeIndex(db, io),
    open: episodeIndex(db, io).open,
    rows: episodeIndex(db, io),
    openWorkflows: someOpenWorkflows(db, io),
    leave: leaveIn(db, io),
    wake: workflow.port.wake,
    now: clock.now,
    left: kept,
    failed: kept,
    bankHolidaysEnd: () => void counted.push("BankHolidaysEnd"),
    ...stores?.(clock.now),
  };
  const deps = {
    ...base,
    dispatch: dispatchWith(base),
    alert: () => alertQuarantine(base),
  };
  return { profile, clock, io, db, meddling, workflow, post, left, counted, deps, deploy: profiles.deploy };
};

export type World = ReturnType<typeof aWorld>;

export const rows = ({ db }: World) => rowsOf(db);
export const outboxOf = ({ db }: World) => messagesIn(db);

export const theRow = (world: World, reference = "MP/26/004417") => {
  const row = rows(world).find((r) => r.reference === reference);
  if (!row) throw new Error(`no episode ${reference}`);
  return row;
};

export const eventsOf = async (world: World, episodeId: string): Promise<readonly EpisodeEvent[]> =>
  (await world.deps.episodes.load(episodeId))?.events ?? [];
