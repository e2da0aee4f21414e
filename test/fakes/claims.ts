import type { Claims } from "../../functions/core/ports/letters.ts";
import { toIso } from "../../functions/domain/calendar/instant.ts";
import { type Database, NEVER } from "./database.ts";
import type { Io } from "./io.ts";

/** Leases: held until an instant, and free again from that instant on. */
export const someClaims = (db: Database, io: Io): Claims => ({
  take: (key, now, until) =>
    io.call("claim", () => {
      const heldUntil = db.claims.get(key);
      if (heldUntil !== undefined && heldUntil > toIso(now)) return false;
      db.claims.set(key, toIso(until));
      return true;
    }),
  free: (key, now) =>
    io.call("free a claim", () => {
      db.claims.set(key, toIso(now));
    }),
  giveBack: (key, now) =>
    io.call("give a claim back", () => {
      if (db.claims.get(key) === NEVER) db.claims.set(key, toIso(now));
    }),
});
