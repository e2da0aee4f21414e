import { actionHelp, checkAction } from "../episode/record.ts";
import { badArgument } from "../errors.ts";
import { readJsonArgument } from "../files.ts";
import { readTime } from "../times.ts";
import { actionsText } from "../views/actions.ts";
import { oneAuthority, running, type Shell } from "./command.ts";

type RecordFlags = { at?: string; by?: string; data?: string; help?: boolean };

export const addRecord = ({ program, open, answer }: Shell): void => {
  program
    .command("record [ref] [action]")
    .description("what a person did; --help lists every action")
    .helpOption(false)
    .option("--help", "every action and its data")
    .option("--at <iso>", "when it happened (default: now)")
    .option("--by <role>", "who did it")
    .option("--data <json>", "the action's data")
    .action(async (reference: string | undefined, action: string | undefined, flags: RecordFlags) => {
      if (flags.help) return answer({ value: actionHelp(), text: actionsText() });
      if (!reference?.trim() || !action)
        throw badArgument("Say the reference and the action: record REF ACTION.");
      const data = flags.data === undefined ? undefined : readJsonArgument(flags.data, "--data");
      checkAction(action, data);
      const at = flags.at === undefined ? {} : { at: new Date(readTime(flags.at)).toISOString() };
      const by = flags.by === undefined ? {} : { by: flags.by };
      const lab = await running(open);
      const value = await lab.record({ reference, action, data, ...at, ...by }, oneAuthority(program));
      answer({ value, text: `Recorded: ${action} on ${reference}.` });
    });
};
