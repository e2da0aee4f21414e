import { actionHelp, checkAction } from "../episode/record.ts";
import { badArgument } from "../errors.ts";
import { readJsonArgument } from "../files.ts";
import { readTime } from "../times.ts";
import { actionsText } from "../views/actions.ts";
import { oneAuthority, running, type Shell } from "./command.ts";

type RecordFlags = {
  at?: string;
  by?: string;
  data?: string;
  help?: boolean;
  instead?: string;
  reason?: string;
};

const correcting = ({ instead, reason }: RecordFlags) => {
  if (instead === undefined && reason === undefined) return {};
  if (!instead?.trim() || !reason?.trim())
    throw badArgument("A correction says what it corrects and why: --instead EVENT --reason TEXT.");
  return { instead: { recorded: instead, reason } };
};

export const addRecord = ({ program, open, answer }: Shell): void => {
  program
    .command("record [ref] [action]")
    .description("what a person did; --help lists every action")
    .helpOption(false)
    .option("--help", "every action and its data")
    .option("--at <iso>", "when it happened (default: now)")
    .option(
      "--by <who>",
      "who did it: ROLE, or ROLE:ADDRESS where it matters who (manager:r.bell@council.example)",
    )
    .option(
      "--instead <event>",
      "what it corrects: an event of the episode, or the action whose last record is meant",
    )
    .option("--reason <text>", "with --instead: why")
    .option("--data <json>", "the action's data")
    .action(async (reference: string | undefined, action: string | undefined, flags: RecordFlags) => {
      if (flags.help) return answer({ value: actionHelp(), text: actionsText() });
      if (!reference?.trim() || !action)
        throw badArgument("Say the reference and the action: record REF ACTION.");
      const data = flags.data === undefined ? undefined : readJsonArgument(flags.data, "--data");
      checkAction(action, data);
      const at = flags.at === undefined ? {} : { at: new Date(readTime(flags.at)).toISOString() };
      const by = flags.by === undefined ? {} : { by: flags.by };
      const instead = correcting(flags);
      const lab = await running(open);
      const value = await lab.record(
        { reference, action, data, ...at, ...by, ...instead },
        oneAuthority(program),
      );
      answer({ value, text: `Recorded: ${action} on ${reference}.` });
    });
};
