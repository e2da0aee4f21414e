import { Command } from "commander";
import { toIso } from "../../functions/domain/calendar/instant.ts";
import { type Lab, openLab } from "./api.ts";
import type { DecisionArguments } from "./decide.ts";
import { badArgument } from "./errors.ts";
import { readJsonArgument, readMailFile, readReceiptFile } from "./files.ts";
import { onStderr } from "./progress.ts";
import { actionHelp, checkAction } from "./record.ts";
import { readDuration, readTime, shortlyIso } from "./times.ts";
import * as views from "./views.ts";

/** What a command comes to: a value for machines, and the same in words. */
export type Answer = { value: unknown; text: string };

type Shared = { authority?: string[]; json?: boolean };

const collect = (value: string, before: string[] = []): string[] => [...before, value];

const one = ({ authority = [] }: Shared): string | undefined => {
  if (authority.length > 1) throw badArgument("This command takes one --authority.");
  return authority[0];
};

export type Opener = () => Lab;

/** A lab that is up, for the commands that need one. */
const running = async (open: Opener): Promise<Lab> => {
  const lab = open();
  await lab.requireUp();
  return lab;
};

type SendFlags = { receipt?: string; wait?: boolean; onItsDate?: boolean };

const addSend = (program: Command, open: Opener, answer: (a: Answer) => void) =>
  program
    .command("send <file.eml>")
    .description("deliver a mail as SES would")
    .option("--receipt <file.json>", "SES's receipt (default: every verdict PASS)")
    .option("--wait", "return when the mail is accounted for")
    .option("--on-its-date", "first move the clock on to the mail's Date")
    .action(async (file: string, flags: SendFlags) => {
      const raw = readMailFile(file);
      const receipt = flags.receipt === undefined ? undefined : readReceiptFile(flags.receipt);
      const authority = one(program.opts());
      const options = { raw, authority, receipt, onItsDate: flags.onItsDate };
      const lab = await running(open);
      if (flags.wait) {
        const value = await lab.sendAndWait(options);
        return answer({ value, text: views.accountedText(value) });
      }
      const { mailId } = await lab.send(options);
      answer({ value: { mailId }, text: `${mailId}: sent` });
    });

const addClock = (program: Command, open: Opener, answer: (a: Answer) => void) => {
  const clock = program.command("clock").description("read the clock, or move it forward");
  clock.action(async () => {
    const now = (await running(open)).now();
    const iso = toIso(await now);
    answer({ value: { now: iso }, text: `It is ${shortlyIso(iso)} in London.` });
  });
  clock
    .command("advance <time>")
    .description("72h, 90m, 3d, 1w, 30s or 1d2h")
    .action(async (text: string) => {
      const seconds = readDuration(text);
      const value = await (await running(open)).advanceBy(seconds);
      answer({ value, text: views.advancedText(value) });
    });
  clock
    .command("to <iso>")
    .description("a time with its zone, such as 2026-11-20T09:00Z")
    .action(async (text: string) => {
      const target = readTime(text);
      const value = await (await running(open)).advanceTo(target);
      answer({ value, text: views.advancedText(value) });
    });
};

type RecordFlags = { at?: string; by?: string; data?: string; help?: boolean };

const addRecord = (program: Command, open: Opener, answer: (a: Answer) => void) =>
  program
    .command("record [ref] [action]")
    .description("what a person did; --help lists every action")
    .helpOption(false)
    .option("--help", "every action and its data")
    .option("--at <iso>", "when it happened (default: now)")
    .option("--by <role>", "who did it")
    .option("--data <json>", "the action's data")
    .action(async (reference: string | undefined, action: string | undefined, flags: RecordFlags) => {
      if (flags.help) return answer({ value: actionHelp(), text: views.actionsText() });
      if (!reference || !action) throw badArgument("Say the reference and the action: record REF ACTION.");
      const data = flags.data === undefined ? undefined : readJsonArgument(flags.data, "--data");
      checkAction(action, data);
      const at = flags.at === undefined ? {} : { at: new Date(readTime(flags.at)).toISOString() };
      const by = flags.by === undefined ? {} : { by: flags.by };
      const lab = await running(open);
      const value = await lab.record({ reference, action, data, ...at, ...by }, one(program.opts()));
      answer({ value, text: `Recorded: ${action} on ${reference}.` });
    });

const addUpAndDown = (program: Command, open: Opener, answer: (a: Answer) => void) => {
  program
    .command("up")
    .description("start LocalStack and deploy the authorities (--authority may be repeated)")
    .option("--at <iso>", "where the clock stands at a first start")
    .action(async (flags: { at?: string }) => {
      const at = flags.at === undefined ? undefined : readTime(flags.at);
      const { authority: authorities = [] } = program.opts<Shared>();
      const lab = open();
      const up = await lab.up({ authorities, at, tell: onStderr });
      const { endpoint } = lab.settings;
      answer({ value: { endpoint, authorities: up }, text: `Up at ${endpoint}: ${up.join(", ")}.` });
    });
  program
    .command("down")
    .description("stop LocalStack; everything in it is gone")
    .action(async () => {
      const lab = open();
      if (!lab.settings.ownHost) throw badArgument("SAFE_RETURN_ENDPOINT is not ours to stop.");
      const stopped = await lab.down();
      answer({ value: { stopped }, text: stopped ? "Stopped." : "Nothing ran." });
    });
};

const addLists = (program: Command, open: Opener, answer: (a: Answer) => void) => {
  const list = <T>(
    name: string,
    says: string,
    read: (lab: Lab, authority?: string) => Promise<T>,
    text: (v: T) => string,
  ) =>
    program
      .command(name)
      .description(says)
      .action(async () => {
        const authority = one(program.opts());
        const value = await read(await running(open), authority);
        answer({ value, text: text(value) });
      });
  list("episodes", "every episode", (lab, a) => lab.episodes(a), views.episodesText);
  list("outbox", "the mails sent", (lab, a) => lab.outbox(a), views.outboxText);
  list("executions", "the workflow's executions", (lab, a) => lab.executions(a), views.executionsText);
  program
    .command("episode <ref>")
    .description("one episode: its events and duties")
    .action(async (reference: string) => {
      const authority = one(program.opts());
      const value = await (await running(open)).episode(reference, authority);
      answer({ value, text: views.episodeText(value) });
    });
};

type DecisionFlags = { by?: string; reason?: string; data?: string };

const addQuarantine = (program: Command, open: Opener, answer: (a: Answer) => void) => {
  const quarantine = program
    .command("quarantine")
    .description("the mails that wait for a person, and what the person decides")
    .action(async () => {
      const authority = one(program.opts());
      const value = await (await running(open)).quarantine(authority);
      answer({ value, text: views.quarantineText(value) });
    });
  const decide = async (
    what: Pick<DecisionArguments, "decision" | "mailId" | "reference">,
    { by, reason, data }: DecisionFlags,
  ) => {
    const read = data === undefined ? undefined : readJsonArgument(data, "--data");
    const lab = await running(open);
    const value = await lab.decide({ ...what, by, reason, data: read }, one(program.opts()));
    answer({ value, text: views.decidedText(value) });
  };
  const add = (usage: string, says: string): Command =>
    quarantine
      .command(usage)
      .description(says)
      .option("--by <role>", "who decides")
      .option("--reason <text>", "why");
  add("release <mailId>", "act on the mail, as corrected")
    .option("--data <json>", "the corrected fields, as npm run parse names them")
    .action((mailId: string, flags: DecisionFlags) => decide({ decision: "release", mailId }, flags));
  add("attach <mailId> <ref>", "keep the mail as a note on an episode").action(
    (mailId: string, reference: string, flags: DecisionFlags) =>
      decide({ decision: "attach", mailId, reference }, flags),
  );
  add("discard <mailId>", "nothing is to be done; needs a reason").action(
    (mailId: string, flags: DecisionFlags) => {
      if (!flags.reason?.trim()) throw badArgument("Say why the mail is discarded: --reason.");
      return decide({ decision: "discard", mailId }, flags);
    },
  );
};

/** Every command of the lab. Commander's own complaints are thrown, so that they leave as one sentence too. */
export const labProgram = (answer: (a: Answer) => void, open: Opener = openLab): Command => {
  const program = new Command("lab")
    .description("Safe Return on this machine, on a clock that can be moved")
    .option("--authority <name>", "default: the only one deployed", collect)
    .option("--json", "one JSON value on stdout and nothing else")
    .exitOverride()
    .configureOutput({ writeErr: () => {}, outputError: () => {} });
  addUpAndDown(program, open, answer);
  addSend(program, open, answer);
  addClock(program, open, answer);
  addLists(program, open, answer);
  addRecord(program, open, answer);
  addQuarantine(program, open, answer);
  return program;
};
