import type { LedgerEntry } from "../../functions/core/ports/writes.ts";
import type { UnrecognisedLabel } from "../../functions/domain/compact/compact.ts";
import type { Role } from "../../functions/domain/console/may.ts";
import type { Claims } from "../../functions/domain/console/sign-in.ts";
import { aFound, aReading } from "../builders/reading.ts";
import { aBrowser, aConsole, claimsOf } from "./console.ts";
import { receive, record } from "./steps.ts";
import { aWorld, theRow } from "./world.ts";

export const WORKER = "worker@leicestershire.example";

/** Somebody of Leicestershire's, by their role. */
export const claimsAt = (role: Role, changed: Claims = {}): Claims =>
  claimsOf(role, { email: `${role}@leicestershire.example`, ...changed });

type Options = {
  allocated?: boolean;
  /** Of the first mail: what was not read of it, and the other episodes it reports on. */
  unrecognised?: readonly UnrecognisedLabel[];
  others?: readonly string[];
};

/** Ellie was missing and is back; on Monday at eight nobody has done anything. */
export const aDeskWithEllie = async ({ allocated = true, unrecognised = [], others = [] }: Options = {}) => {
  const world = aWorld({ at: "2026-11-14T23:00:00Z" });
  await receive(world, "mail-1");
  world.clock.to("2026-11-15T08:30:00Z");
  await receive(world, "mail-2", aReading({ compacts: [aFound()] }));
  if (allocated)
    await record(world, "allocate", { worker: WORKER, lineManager: "manager@leicestershire.example" });
  world.clock.to("2026-11-16T08:00:00Z");
  const { episodeId } = theRow(world);
  const entry: LedgerEntry = {
    mailId: "mail-1",
    outcome: "applied",
    reasons: [],
    episodes: [episodeId, ...others],
    receivedAt: "2026-11-14T23:00:00Z",
  };
  const read = aReading();
  const reading = { ...read, result: { ...read.result, unrecognised: [...unrecognised] } };
  const console = aConsole({ world, mails: [{ entry, reading }] });
  const as = async (role: Role, changed: Claims = {}) => {
    const browser = aBrowser(console);
    await browser.signIn(claimsAt(role, changed));
    return browser;
  };
  return { world, console, episodeId, path: `/episodes/${episodeId}`, as };
};

/** The value of a form's hidden field. */
export const hiddenIn = (body: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? "";
