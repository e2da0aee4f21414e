import { details } from "../html/govuk/details.ts";
import { type Html, html } from "../html/html.ts";

type Help = { path: RegExp; says: readonly string[] };

/** What a page is for and how it is used, in plain words. The first row that fits a path is shown at the foot of its page. */
export const helpTable: readonly Help[] = [
  {
    path: /^\/work$/,
    says: [
      "Every open episode that you may work on, with what is due in it: first what fell due since the last working day and who was told, then the rest, the worst first.",
      "Search and filter: the address of the page then says what it shows, so a bookmark keeps your list. Work that nobody has is always shown.",
      "Tick episodes and press the button below the list to give them to somebody. You are shown each one before anything happens.",
    ],
  },
  {
    path: /^\/work\/open$/,
    says: [
      "For a child of whom no police report has come. What you do not know you leave empty and record later on the episode's page.",
      "The protocol's duties begin as with a report. A report that comes later for this child joins the episode, and then it goes by the police's reference.",
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
    path: /^\/work\/allocate$/,
    says: [
      "Say who gets the episodes. “Until whose it is is back” keeps whose they are, and a deputy works them; “Back to whose it was” ends that.",
      "You are shown each episode before anything happens, and afterwards which were allocated and which were not, and why.",
    ],
  },
  {
    path: /^\/load$/,
    says: [
      "How many episodes and duties each worker has. Open a name to see them. “Give all away” is for somebody who is absent or leaves.",
    ],
  },
  {
    path: /^\/handover$/,
    says: [
      "The note is begun for you from what came since the last working day ended. Change it as you like, and pin it.",
      "It stands above everybody's work list until one person takes over. Who wrote it and who took it is kept.",
    ],
  },
  {
    path: /^\/episodes\/[^/]+$/,
    says: [
      "What is due stands first, each with the clause that asks for it, its one limit, and what you can record. Below: whom you may contact, who the child is, what happened and what the reports say.",
      "Nothing is ever deleted. What was wrong is taken back by recording that, with a reason.",
    ],
  },
  {
    path: /^\/episodes\/[^/]+\/do\/[^/]+$/,
    says: [
      "Fill in what is asked. Leave the time empty if it happened just now.",
      "If the protocol refuses it, you are told why beside the field, with the clause, and what you typed is still there. If somebody else was quicker, you are shown what they did, and decide again.",
    ],
  },
  {
    path: /^\/episodes\/[^/]+\/interview/,
    says: [
      "Write section by section, in any order. Each is saved as you leave it, and you can go on on another device. Nobody else sees it until you hand it in.",
      "When you hand it in a manager reads it, and countersigns it or sends it back to you with reasons.",
    ],
  },
  {
    path: /^\/episodes\/[^/]+\/review$/,
    says: [
      "Read the record. Countersign it, or send it back and say what has to be changed. Nobody countersigns what they wrote themselves.",
    ],
  },
  {
    path: /^\/sheet$/,
    says: [
      "Everything that is open at this moment, for printing. The same is kept every hour in the authority's store, for a day on which this service is away.",
      "It names children. Keep it locked away, and shred it when it is old.",
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
