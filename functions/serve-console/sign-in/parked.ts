import type { Session } from "../../core/ports/sessions.ts";
import { type Answer, refilled, seeOther } from "../../core/web/answer.ts";
import type { StaffVisit, Visit } from "../../core/web/visit.ts";
import type { Console } from "../console.ts";

const toSignIn = (back: string): Answer => seeOther(`/sign-in?back=${encodeURIComponent(back)}`);

const asked = ({ path, query }: Visit): string => (query.size > 0 ? `${path}?${query}` : path);

/** What somebody types into a session that has ended is kept for them, and never done by itself. */
export const sendToSignIn = async (
  visit: Visit,
  { was, genuine }: { was?: Session; genuine: boolean },
  { sessions, randomId }: Pick<Console, "sessions" | "randomId">,
): Promise<Answer> => {
  if (visit.path === "/sign-out") return seeOther("/signed-out");
  if (visit.method === "GET") return toSignIn(asked(visit));
  if (!was || !genuine) return toSignIn("/work");
  const id = randomId();
  const { subject } = was.staff;
  await sessions.park(id, { subject, path: visit.path, body: visit.form.toString() }, visit.now);
  return toSignIn(`/parked/${id}`);
};

const parkedFor = async (visit: StaffVisit, { sessions }: Pick<Console, "sessions">) => {
  const parked = await sessions.parked(visit.params.id ?? "", visit.now);
  return parked?.subject === visit.session.staff.subject ? parked : undefined;
};

/** Only whose it is may see it again. */
export const isTheirs = async (visit: StaffVisit, console: Console): Promise<boolean> =>
  (await parkedFor(visit, console)) !== undefined;

export const showParked = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const parked = await parkedFor(visit, console);
  return parked ? refilled(parked.path, new URLSearchParams(parked.body)) : seeOther("/work");
};
