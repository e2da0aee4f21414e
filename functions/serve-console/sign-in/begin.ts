import { type Answer, ownPath, seeOther } from "../../core/web/answer.ts";
import type { Visit } from "../../core/web/visit.ts";
import type { Console } from "../console.ts";

/** Sends the browser to the provider; what has to come back unchanged is kept here, never in the browser. */
export const beginSignIn = async (visit: Visit, console: Console): Promise<Answer> => {
  const { sessions, relyingParty, cookies, randomId } = console;
  // Kept where it is there already, so that two tabs may sign in at once.
  const browser = cookies.read(visit.cookies, "sign-in") ?? randomId();
  const { url, state, nonce, verifier } = await relyingParty.begin();
  const back = ownPath(visit.query.get("back"));
  await sessions.keepSignIn(state, { browser, nonce, verifier, back }, visit.now);
  return seeOther(url, [cookies.set("sign-in", browser)]);
};
