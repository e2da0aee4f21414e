import { type Answer, seeOther } from "../../core/web/answer.ts";
import type { Visit } from "../../core/web/visit.ts";
import { type NotStaff, type Staff, staffFrom } from "../../domain/console/sign-in.ts";
import { button } from "../../html/govuk/button.ts";
import { html } from "../../html/html.ts";
import type { Console } from "../console.ts";
import { openPage } from "../frame.ts";

const refusals: Record<NotStaff | "unproved", string> = {
  unproved: "Your sign-in could not be checked. It may have taken too long, or its page was opened twice.",
  "no-role":
    "You are signed in, but you have no role in this service. Ask your manager to have one given to you.",
  "no-address":
    "You are signed in, but your account states no e-mail address. Ask your IT service desk to add it.",
  "not-our-address": "You are signed in, but your account's e-mail address is not one of this council's.",
};

const refuse = (why: keyof typeof refusals, console: Console): Answer =>
  openPage(
    {
      title: "You can't be signed in",
      status: 403,
      content: html`<h1 class="govuk-heading-l">You can't be signed in</h1><p class="govuk-body">${refusals[why]}</p>${button({ text: "Try again", href: "/sign-in" })}`,
    },
    console,
  );

/** A new id each time: one that somebody knew before the sign-in opens nothing after it. */
const open = async (staff: Staff, visit: Visit, back: string, console: Console): Promise<Answer> => {
  const { sessions, cookies, randomId } = console;
  const before = cookies.read(visit.cookies, "session");
  if (before !== undefined) await sessions.end(before);
  // A role that was taken away is taken away on every device, not only on this one.
  await sessions.endOutdated(staff);
  const id = randomId();
  await sessions.open(id, { staff, csrf: randomId(), since: visit.now, seen: visit.now });
  return seeOther(back, [cookies.set("session", id)]);
};

/** The provider's answer. Only the browser that began this very sign-in can finish it, and only once. */
export const finishSignIn = async (visit: Visit, console: Console): Promise<Answer> => {
  const { sessions, relyingParty, cookies, profile, noteSignIn } = console;
  const state = visit.query.get("state") ?? "";
  const pending = await sessions.takeSignIn(state, visit.now);
  if (!pending || pending.browser !== cookies.read(visit.cookies, "sign-in")) {
    noteSignIn("not-begun-here");
    return refuse("unproved", console);
  }
  const claims = await relyingParty.finish(visit.query, { state, ...pending });
  if (!claims.ok) {
    noteSignIn(claims.error);
    return refuse("unproved", console);
  }
  const { signIn } = profile;
  const staff = signIn ? staffFrom(claims.value, signIn, profile) : undefined;
  if (staff?.ok) return open(staff.value, visit, pending.back, console);
  const why = staff?.error ?? "no-role";
  noteSignIn(why);
  // Who lost their role here loses it on every device at once.
  await sessions.endAllOf(String(claims.value.sub));
  return refuse(why, console);
};
