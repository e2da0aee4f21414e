import type { Lab } from "../api.ts";
import { LabError } from "../errors.ts";
import { readMailFile } from "../files.ts";
import { headerOf, readHeaders } from "../mail-headers.ts";
import type { SentMail } from "../outbox.ts";
import { shortly, shortlyIso } from "../times.ts";
import type { MailStep, PersonStep } from "./steps.ts";
import type { Moment } from "./story.ts";

type Print = (line: string) => void;

const line = (when: string, what: string, text: string): string =>
  `${when.padEnd(17)} ${what.padEnd(9)} ${text}`;

/** What SES took since the last look. */
const newMails = (lab: Lab, print: Print) => {
  let seen = 0;
  const told = ({ at, to, subject }: SentMail) =>
    print(line(shortlyIso(at), "mail out", `${subject}  → ${to.join(", ")}`));
  return async () => {
    const mails = await lab.outbox();
    mails.slice(seen).forEach(told);
    seen = mails.length;
  };
};

/** Which states the authority's episodes wait in, where that has changed since the last look. */
const newWaits = (lab: Lab, print: Print) => {
  const before = new Map<string, string>();
  return async (authority: string) => {
    const [episodes, executions] = await Promise.all([lab.episodes(authority), lab.executions(authority)]);
    for (const { name, status, waitingFor } of executions) {
      const says = waitingFor ?? status.toLowerCase();
      if (before.get(name) === says) continue;
      before.set(name, says);
      const reference = episodes.find((e) => name.startsWith(e.id))?.reference ?? name;
      print(line("", "waits", `${reference}: ${says}`));
    }
  };
};

const sendMail = async (lab: Lab, { authority, file }: MailStep): Promise<string> => {
  const raw = readMailFile(file);
  const { outcome, reasons } = await lab.sendAndWait({ raw, authority });
  const subject = headerOf(readHeaders(raw), "subject") ?? "(no subject)";
  return `${subject}  → ${[outcome, ...reasons].join(", ")} (${authority})`;
};

const act = async (lab: Lab, step: PersonStep): Promise<string> => {
  const { authority, reference, action, by, data } = step;
  const what = `${reference}: ${by} records ${action}`;
  try {
    await lab.record({ reference, action, by, data }, authority);
    return what;
  } catch (error) {
    if (step.refused && error instanceof LabError && error.exitCode === 1) return `${what}. ${error.message}`;
    throw error;
  }
};

/** Plays the moments in order and tells what comes of each, as it happens. */
export const tell = async (lab: Lab, moments: readonly Moment[], ending: number, print: Print) => {
  const mails = newMails(lab, print);
  const waits = newWaits(lab, print);
  const moveTo = async (at: number) => {
    if (at <= (await lab.now())) return;
    await lab.advanceTo(at);
    await mails();
  };
  for (const { at, step } of moments) {
    await moveTo(at);
    const said = step.kind === "mail" ? await sendMail(lab, step) : await act(lab, step);
    print(line(shortly(at), step.kind === "mail" ? "mail in" : "person", said));
    await mails();
    await waits(step.authority);
  }
  await moveTo(ending);
  for (const { authority } of await lab.deployed()) await waits(authority);
};
