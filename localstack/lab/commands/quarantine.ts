import type { Command } from "commander";
import type { DecisionArguments } from "../decide.ts";
import { badArgument } from "../errors.ts";
import { readJsonArgument } from "../files.ts";
import { decidedText, quarantineText } from "../views/mails.ts";
import { oneAuthority, running, type Shell } from "./command.ts";

type DecisionFlags = { by?: string; reason?: string; data?: string };

export const addQuarantine = ({ program, open, answer }: Shell): void => {
  const quarantine = program
    .command("quarantine")
    .description("the mails that wait for a person, and what the person decides")
    .action(async () => {
      const authority = oneAuthority(program);
      const value = await (await running(open)).quarantine(authority);
      answer({ value, text: quarantineText(value) });
    });
  const decide = async (
    what: Pick<DecisionArguments, "decision" | "mailId" | "reference">,
    { by, reason, data }: DecisionFlags,
  ) => {
    const read = data === undefined ? undefined : readJsonArgument(data, "--data");
    const lab = await running(open);
    const value = await lab.decide({ ...what, by, reason, data: read }, oneAuthority(program));
    answer({ value, text: decidedText(value) });
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
