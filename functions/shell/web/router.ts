import type { Session } from "../../core/ports/sessions.ts";
import { type Answer, refilled } from "../../core/web/answer.ts";
import type { Route, StaffRoute } from "../../core/web/route.ts";
import type { Visit } from "../../core/web/visit.ts";
import type { Instant } from "../../domain/calendar/instant.ts";
import { type Guarded, guard } from "./guard.ts";
import { match } from "./match.ts";
import type { WebRequest } from "./request.ts";

export type Entry = {
  audit: string;
  status: number;
  denied?: "no-route" | "signed-out" | "role" | "csrf" | "object";
};

/** What the console itself answers where no page does. */
export type Fallbacks = {
  /** Unknown and forbidden look the same. */
  notFound: (visit: Visit, session?: Session) => Answer;
  /** Sends them to sign in. A form of theirs whose session ended is kept for its owner. */
  signIn: (visit: Visit, ended: { was?: Session; genuine: boolean }) => Promise<Answer>;
};

export type RouterDeps<D> = Guarded &
  Fallbacks & {
    routes: readonly Route<D>[];
    pages: D;
    now: () => Instant;
    /** Ids of routes and statuses only. */
    note: (entry: Entry) => void;
  };

const staffPage = async <D>(
  route: StaffRoute<D>,
  asked: { visit: Visit; origin: string | undefined },
  deps: RouterDeps<D>,
): Promise<{ answer: Answer; denied?: NonNullable<Entry["denied"]> }> => {
  const verdict = await guard(route, asked, deps, deps.pages);
  switch (verdict.kind) {
    case "allowed":
      return { answer: await route.page(verdict.visit, deps.pages) };
    case "signed-out":
      return { answer: await deps.signIn(asked.visit, verdict), denied: "signed-out" };
    case "stale":
      return { answer: refilled(asked.visit.path, asked.visit.form), denied: "csrf" };
    case "denied":
      return { answer: deps.notFound(asked.visit, verdict.session), denied: verdict.why };
  }
};

type Handled = { audit: string; answer: Answer; denied?: Entry["denied"] };

const handle = async <D>(
  { origin, ...asked }: WebRequest,
  typed: URLSearchParams | undefined,
  deps: RouterDeps<D>,
): Promise<Handled> => {
  const found = match(deps.routes, asked.method, asked.path);
  const visit: Visit = {
    ...asked,
    params: found?.params ?? {},
    now: deps.now(),
    ...(typed ? { typed } : {}),
  };
  if (!found) return { audit: "nothing", answer: deps.notFound(visit), denied: "no-route" };
  const { route } = found;
  if (route.allow === "anyone") return { audit: route.audit, answer: await route.page(visit, deps.pages) };
  return { audit: route.audit, ...(await staffPage(route, { visit, origin }, deps)) };
};

/** Denies what no row allows, and says so in the log. */
export const router =
  <D>(deps: RouterDeps<D>) =>
  async (request: WebRequest, typed?: URLSearchParams): Promise<Answer> => {
    const { audit, answer, denied } = await handle(request, typed, deps);
    deps.note({ audit, status: answer.status, ...(denied ? { denied } : {}) });
    // Once: a page that is shown again shows itself.
    if (!answer.instead || typed) return answer;
    const { instead } = answer;
    const again: WebRequest = {
      ...request,
      method: "GET",
      path: instead.path,
      query: new URLSearchParams(),
      form: new URLSearchParams(),
    };
    return router(deps)(again, instead.typed);
  };
