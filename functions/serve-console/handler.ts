import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { KMSClient } from "@aws-sdk/client-kms";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { drafts } from "../adapters/dynamo/drafts.ts";
import { episodeRows, episodeStore } from "../adapters/dynamo/episode-store.ts";
import { sessions } from "../adapters/dynamo/sessions.ts";
import { kmsAssertion } from "../adapters/oidc/kms-assertion.ts";
import { relyingParty } from "../adapters/oidc/relying-party.ts";
import { PermanentError } from "../domain/errors.ts";
import { log } from "../shell/log.ts";
import { readConsoleEnv } from "../shell/web/console-env.ts";
import { clearCookie, cookieName, setCookie } from "../shell/web/cookies.ts";
import { desk } from "../shell/web/desk.ts";
import { waitingMails } from "../shell/web/waiting-mails.ts";
import { webHandler } from "../shell/web/web-handler.ts";
import { common } from "../shell/wiring.ts";
import type { Console } from "./console.ts";
import { notFound } from "./pages/not-found.ts";
import { routes } from "./routes.ts";
import { sendToSignIn } from "./sign-in/parked.ts";

const stylesBeside = (): Console["styles"] => {
  const css = readFileSync(new URL("./console.css", import.meta.url), "utf8");
  const hash = createHash("sha256").update(css).digest("hex").slice(0, 16);
  return { css, path: `/assets/${hash}.css` };
};

const buildDeps = () => {
  const base = common({ keepsProfile: false });
  const { env, dynamo, now, profile } = base;
  const own = readConsoleEnv();
  if (!profile.signIn) throw new PermanentError("the profile names nobody who may sign people in");
  const signIn = { ...profile.signIn, issuer: own.issuer, clientId: own.clientId };
  const named = (of: "session" | "sign-in") => cookieName(profile.authority, of);
  const signing = {
    keyId: own.signingKey,
    clientId: signIn.clientId,
    certificate: signIn.certificate,
  };
  const auth = kmsAssertion(new KMSClient(), signing, now);
  const pages: Console = {
    profile,
    sessions: sessions(dynamo, own.sessionsTable),
    relyingParty: relyingParty({ signIn, consoleUrl: env.consoleUrl, auth, now }),
    randomId: () => randomBytes(32).toString("base64url"),
    cookies: {
      read: (cookies, of) => cookies.get(named(of)),
      set: (of, value) => setCookie(named(of), value),
      clear: (of) => clearCookie(named(of)),
    },
    styles: stylesBeside(),
    ...desk({ ...base, rows: episodeRows(dynamo, env.tables), lambda: new LambdaClient() }, own),
    drafts: drafts(dynamo, own.sessionsTable),
    stored: episodeStore(dynamo, env.tables).load,
    waitingMails: waitingMails(dynamo, { ...own, ...env }),
    noteSignIn: (reason) => log.warn("sign-in refused", { reason }),
  };
  return {
    routes,
    pages,
    now,
    sessions: pages.sessions,
    sessionCookie: named("session"),
    ownOrigin: new URL(env.consoleUrl).origin,
    issuerOrigin: new URL(signIn.issuer).origin,
    notFound: (visit: Parameters<typeof notFound>[0], session?: Parameters<typeof notFound>[1]) =>
      notFound(visit, session, pages),
    signIn: (visit: Parameters<typeof sendToSignIn>[0], ended: Parameters<typeof sendToSignIn>[1]) =>
      sendToSignIn(visit, ended, pages),
  };
};

export const handler = webHandler(buildDeps);
