import type { Session, Sessions } from "../../core/ports/sessions.ts";
import type { StaffRoute } from "../../core/web/route.ts";
import type { StaffVisit, Visit } from "../../core/web/visit.ts";
import { ended, SEEN_EVERY_MS } from "../../domain/console/session-age.ts";
import { hasToken, isFromUs } from "./csrf.ts";

export type Guarded = {
  sessions: Pick<Sessions, "find" | "seen">;
  sessionCookie: string;
  /** Where the pages lie, as a browser names it. */
  ownOrigin: string;
};

export type Verdict =
  | { kind: "allowed"; visit: StaffVisit }
  /** Nobody is signed in, or no more: `was` is the session that ended. */
  | { kind: "signed-out"; was?: Session; genuine: boolean }
  /** One of our forms, but of a session before this one: its owner sees it again, filled, with the new token. */
  | { kind: "stale" }
  | { kind: "denied"; why: "role" | "csrf" | "object"; session: Session };

/** In this order: session, its age, role, that the form is ours, and only then what the path names. */
export const guard = async <D>(
  route: StaffRoute<D>,
  { visit, origin }: { visit: Visit; origin: string | undefined },
  { sessions, sessionCookie, ownOrigin }: Guarded,
  deps: D,
): Promise<Verdict> => {
  const id = visit.cookies.get(sessionCookie);
  const session = id === undefined ? undefined : await sessions.find(id);
  if (id === undefined || session === undefined) return { kind: "signed-out", genuine: false };
  const fromUs = visit.method === "GET" || isFromUs(origin, ownOrigin);
  const genuine = fromUs && (visit.method === "GET" || hasToken(visit.form, session));
  if (ended(session, visit.now)) return { kind: "signed-out", was: session, genuine };
  if (!route.allow.some((role) => session.staff.roles.includes(role)))
    return { kind: "denied", why: "role", session };
  if (!fromUs) return { kind: "denied", why: "csrf", session };
  if (!genuine) return { kind: "stale" };
  const isSeen = visit.now - session.seen < SEEN_EVERY_MS;
  if (!isSeen && !(await sessions.seen(id, { ...session, seen: visit.now })))
    return { kind: "signed-out", genuine: false };
  const staffVisit: StaffVisit = { ...visit, session };
  if (route.object && !(await route.object(staffVisit, deps)))
    return { kind: "denied", why: "object", session };
  return { kind: "allowed", visit: staffVisit };
};
