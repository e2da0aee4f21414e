import { randomBytes } from "node:crypto";
import type { Answer } from "../../functions/core/web/answer.ts";
import type { Route } from "../../functions/core/web/route.ts";
import type { Role } from "../../functions/domain/console/may.ts";
import type { Claims } from "../../functions/domain/console/sign-in.ts";
import type { Profile } from "../../functions/domain/profile/profile.ts";
import { fail, ok } from "../../functions/domain/result.ts";
import type { Console } from "../../functions/serve-console/console.ts";
import { notFound } from "../../functions/serve-console/pages/not-found.ts";
import { routes } from "../../functions/serve-console/routes.ts";
import { sendToSignIn } from "../../functions/serve-console/sign-in/parked.ts";
import { clearCookie, cookieName, readCookies, setCookie } from "../../functions/shell/web/cookies.ts";
import { type Entry, router } from "../../functions/shell/web/router.ts";
import { aProfile } from "../builders/profile.ts";
import { aDesk, aVisitClock } from "./desk.ts";
import { aSessionStore } from "./sessions.ts";
import { someWaitingMails, type WaitingMail } from "./waiting-mails.ts";
import { aWorld, type World } from "./world.ts";

export const consoleOrigin = "https://console.anyshire.example";
const named = (of: "session" | "sign-in") => cookieName("anyshire", of);

/** The provider's part, with the claims it will give next; refused where there are none. */
const aParty = () => {
  const next: { claims?: Claims } = {};
  const party: Console["relyingParty"] = {
    begin: async () => {
      const state = randomBytes(8).toString("hex");
      return {
        url: `https://login.anyshire.example/auth?state=${state}`,
        state,
        nonce: "nonce",
        verifier: "verifier",
      };
    },
    finish: async () => (next.claims ? ok(next.claims) : fail("refused")),
    signOutUrl: async () => "https://login.anyshire.example/end",
  };
  return { next, party };
};

export const claimsOf = (role: Role, changed: Claims = {}): Claims => ({
  sub: `subject-${role}`,
  name: `Jo ${role}`,
  email: `${role}@anyshire.example`,
  roles: [`SafeReturn.${role[0]?.toUpperCase()}${role.slice(1)}`],
  ...changed,
});

type Options = {
  extra?: readonly Route<Console>[];
  world?: World;
  mails?: readonly WaitingMail[];
  stored?: Console["stored"];
  profile?: Profile;
  at?: number;
  /** What the pages stand on otherwise. */
  over?: Partial<Console>;
};

/** The whole console with everything around it faked: its clock, its provider, its tables. */
export const aConsole = ({
  extra = [],
  mails = [],
  stored = async () => undefined,
  profile = aProfile(),
  world = aWorld({ profile, at: "2026-11-30T08:00:00Z" }),
  at,
  over = {},
}: Options = {}) => {
  const clock = aVisitClock(world, at);
  const { store, rows } = aSessionStore();
  const { next, party } = aParty();
  const waiting = someWaitingMails(mails);
  const log: Entry[] = [];
  const reasons: string[] = [];
  const pages: Console = {
    profile: world.profile,
    sessions: store,
    relyingParty: party,
    randomId: () => randomBytes(32).toString("base64url"),
    cookies: {
      read: (cookies, of) => cookies.get(named(of)),
      set: (of, value) => setCookie(named(of), value),
      clear: (of) => clearCookie(named(of)),
    },
    styles: { path: "/assets/0123.css", css: "body{}" },
    ...aDesk(world),
    stored,
    waitingMails: waiting.port,
    noteSignIn: (reason) => reasons.push(reason),
    ...over,
  };
  const serve = router<Console>({
    routes: [...routes, ...extra],
    pages,
    now: () => clock.now,
    sessions: pages.sessions,
    sessionCookie: named("session"),
    ownOrigin: consoleOrigin,
    notFound: (visit, session) => notFound(visit, session, pages),
    signIn: (visit, ended) => sendToSignIn(visit, ended, pages),
    note: (entry) => log.push(entry),
  });
  return { serve, clock, rows, log, reasons, next, pages, waiting };
};

export type TestConsole = ReturnType<typeof aConsole>;

/** A browser: keeps cookies and says where a form comes from. It follows no redirect by itself. */
export const aBrowser = ({ serve, next, rows, clock }: TestConsole) => {
  /** Nobody does two things in one second. */
  const breathe = (): void => {
    clock.now += 1_000;
  };
  const jar = new Map<string, string>();
  const keep = (answer: Answer): Answer => {
    for (const cookie of answer.cookies) {
      const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  const ask = async (method: "GET" | "POST", address: string, form: URLSearchParams, origin?: string) => {
    const url = new URL(address, consoleOrigin);
    const cookies = readCookies([...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    return keep(await serve({ method, path: url.pathname, query: url.searchParams, form, cookies, origin }));
  };
  /** One request, and where its page goes on by itself at once, the page it goes on to. */
  const first = (address: string) => ask("GET", address, new URLSearchParams());
  const get = async (address: string): Promise<Answer> => {
    const answer = await first(address);
    const [, on] = /^0; url=(.*)$/.exec(answer.headers.refresh ?? "") ?? [];
    return on === undefined ? answer : first(on);
  };
  const csrf = (): string => {
    const sessions = [...rows].filter(([key]) => key === `session#${jar.get(named("session"))}`);
    return sessions.map(([, row]) => String(JSON.parse(row).csrf))[0] ?? "";
  };
  const post = (
    path: string,
    fields: Record<string, string> = {},
    { token = csrf(), origin = consoleOrigin }: { token?: string; origin?: string | undefined } = {},
  ) => ask("POST", path, new URLSearchParams({ csrf: token, ...fields }), origin);
  /** The whole way: to the provider, and back with these claims. */
  const signIn = async (claims: Claims | undefined, back = "/work"): Promise<Answer> => {
    const sent = await get(`/sign-in?back=${encodeURIComponent(back)}`);
    const state = new URL(sent.headers.location ?? "").searchParams.get("state");
    if (claims) next.claims = claims;
    else delete next.claims;
    return get(`/signed-in?code=code&state=${state}`);
  };
  /** Fields that come several times, as boxes that are ticked do. */
  const postAll = (path: string, fields: readonly (readonly [string, string])[]) => {
    breathe();
    return ask(
      "POST",
      path,
      new URLSearchParams([
        ["csrf", csrf()],
        ...fields.map(([name, value]): [string, string] => [name, value]),
      ]),
      consoleOrigin,
    );
  };
  /** Opens a form and sends it filled, with what it carries unseen. */
  const act = async (path: string, fields: Record<string, string> = {}): Promise<Answer> => {
    breathe();
    const { body } = await get(path);
    const carried = [...body.matchAll(/type="hidden" name="([\w-]+)" value="([^"]*)"/g)];
    return post(path, {
      ...Object.fromEntries(
        carried.flatMap(([, name = "", value = ""]) => (name === "csrf" ? [] : [[name, value]])),
      ),
      ...fields,
    });
  };
  return { first, get, post, postAll, act, signIn, csrf, jar };
};
