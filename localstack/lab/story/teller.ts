import type { Lab } from "../api.ts";
import { LabError } from "../errors.ts";
import { readMailFile } from "../files.ts";
import { headerOf, readHeaders } from "../mail/mail-headers.ts";
import { shortly } from "../times.ts";
import { type Line, line } from "./line.ts";
import { tellMails } from "./mails-out.ts";
import type { MailStep, PersonStep } from "./steps.ts";
import type { Moment } from "./story.ts";
import { tellWaits } from "./waits.ts";

const receive = async (lab: Lab, { authority, file }: MailStep): Promise<string> => {
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
export const tell = async (lab: Lab, moments: readonly Moment[], ending: number, print: Line) => {
  const mails = tellMails(print);
  const waits = tellWaits(lab, print);
  let seen = 0;
  const moveTo = async (at: number): Promise<void> => {
    if (at > (await lab.now())) await lab.advanceTo(at);
  };
  const unseen = async () => {
    const all = await lab.outbox();
    const fresh = all.slice(seen);
    seen = all.length;
    return fresh;
  };
  for (const { at, step } of moments) {
    await moveTo(at);
    mails(await unseen());
    const said = step.kind === "mail" ? await receive(lab, step) : await act(lab, step);
    print(line(shortly(at), step.kind === "mail" ? "mail in" : "person", said));
    mails(await unseen());
    await waits(step.authority);
  }
  await moveTo(ending);
  mails(await unseen());
  for (const { authority } of await lab.deployed()) await waits(authority);
};
