import type { Page } from "playwright-core";
import { chooseUser, lab, person, urlOf } from "./console.ts";
import { hands } from "./hands.ts";

type Who = {
  authority: string;
  name: string;
  /** Where their mails go. */
  mailbox: string;
  /** Off, their browser runs none: what still works needs none. */
  javaScriptEnabled?: boolean;
};

/** The link to the episode, or another, in the newest mail to a mailbox that says this: one mail may ask for several things. */
export const linkIn = async (
  authority: string,
  mailbox: string,
  subject: string,
  pattern = /(?<=^Episode: )https:\S+/m,
): Promise<string> => {
  const mails = await lab.outbox(authority);
  const says = ({ subject: title, text }: { subject: string; text: string }): boolean =>
    subject.split(": ").every((words) => `${title}\n${text}`.includes(words)) && pattern.test(text);
  const mail = mails.findLast((one) => one.to.includes(mailbox) && says(one));
  const [link] = pattern.exec(mail?.text ?? "") ?? [];
  if (link === undefined) throw new Error(`No mail to ${mailbox} that says “${subject}” has a link.`);
  return link;
};

/** Somebody with a browser of their own, who gets mails, and signs in where a page asks for it. */
export const someone = ({ authority, name, mailbox, ...options }: Who) => {
  let screen: Promise<Page> | undefined;
  const page = () => {
    screen ??= person(options);
    return screen;
  };
  const goTo = async (url: string): Promise<void> => {
    const there = await page();
    await there.goto(url);
    // The session may have ended since.
    if (await there.getByRole("heading", { name: "Sign in to the lab" }).count())
      await chooseUser(there, name);
  };

  return {
    ...hands(name, page),
    goTo,
    /** The one address that somebody knows by heart. */
    opensConsole: () => goTo(urlOf(authority)),
    opensMail: async (subject: string) => goTo(await linkIn(authority, mailbox, subject)),
  };
};

export type Someone = ReturnType<typeof someone>;

/** Somebody whose browser runs no script. */
export const withoutScript = (who: Omit<Who, "javaScriptEnabled">): Someone =>
  someone({ ...who, javaScriptEnabled: false });
