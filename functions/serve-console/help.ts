import { details } from "../html/govuk/details.ts";
import { type Html, html } from "../html/html.ts";

type Help = { path: RegExp; says: readonly string[] };

/** What a page is for and how it is used, in plain words. The first row that fits a path is shown at the foot of its page. */
export const helpTable: readonly Help[] = [
  {
    path: /^\/work$/,
    says: [
      "Every open episode that you may work on, with what is due in it.",
      "Open an episode by its reference to see what is due, who may be contacted and what was done.",
    ],
  },
  {
    path: /^\/quarantine$/,
    says: [
      "Mails from the police that nobody has acted on, because something in them is lacking or in doubt. The one that waits longest stands first.",
      "Open a mail by the time it was received. Open a reason to read what it means.",
      "If a child may be missing, do not wait for a decision: ask the force.",
    ],
  },
  {
    path: /^\/quarantine\/[^/]+$/,
    says: [
      "On one side stands the mail as it came, as plain text; on the other what was read of it. What is marked “In doubt” has to be said by a person before anything is acted on.",
      "Release it: what it reports goes into its episode. Attach it: it is only noted in an episode. Discard it: nobody acts on it. Pass it on: another authority acts on it. Ask the force: they are asked, and the mail waits on.",
      "Links to files work for a minute. Open nothing that you do not expect.",
    ],
  },
  {
    path: /^\/quarantine\/[^/]+\/release$/,
    says: [
      "You are asked only for what is lacking or in doubt. Where the mail says two things, choose what was read, type what holds, or say that nobody knows.",
      "Times are those of the clock in London. Nothing is released until you press the button; if something is refused, what you typed is still there.",
    ],
  },
  {
    path: /^\/quarantine\/[^/]+\/[^/]+$/,
    says: [
      "Say what is asked for and press the button. If something is refused, it is said beside the field, and what you typed is still there.",
      "Your name and what you decide are kept.",
    ],
  },
  {
    path: /^\/quarantine\/[^/]+\/deciding\/[^/]+$/,
    says: [
      "The page looks by itself whether your decision is carried out. You may leave it; the decision is carried out all the same.",
    ],
  },
  {
    path: /^\/people(\/|$)/,
    says: [
      "Who holds each role of the protocol, and which mailboxes reach them. Mails go to these mailboxes from the moment you change them.",
      "Every change is kept with your name and your reason, and can be undone.",
    ],
  },
];

const general = [
  "Work through the page from top to bottom. Everything works with the keyboard alone and on a phone.",
  "If you are stuck, or a page seems wrong, ring the missing coordinator.",
];

export const helpFor = (path: string): readonly string[] =>
  helpTable.find((help) => help.path.test(path))?.says ?? general;

export const helpOn = (path: string): Html =>
  html`<div class="sr-help">${details({
    summaryText: "Help with this page",
    text: html`${helpFor(path).map((one) => html`<p class="govuk-body">${one}</p>`)}`,
  })}</div>`;
