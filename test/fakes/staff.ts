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

/** Ellie was missing and is back; on Monday at eight nobody has done anything. */
export const aDeskWithEllie = async ({ allocated = true } = {}) => {
  const world = aWorld({ at: "2026-11-14T23:00:00Z" });
  await receive(world, "mail-1");
  world.clock.to("2026-11-15T08:30:00Z");
  await receive(world, "mail-2", aReading({ compacts: [aFound()] }));
  if (allocated)
    await record(world, "allocate", { worker: WORKER, lineManager: "manager@leicestershire.example" });
  world.clock.to("2026-11-16T08:00:00Z");
  const console = aConsole({ world });
  const { episodeId } = theRow(world);
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
