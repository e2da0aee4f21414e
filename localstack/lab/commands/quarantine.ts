import type { Command } from "commander";
import { badArgument } from "../errors.ts";
import { readDataArgument } from "../files.ts";
import type { DecisionArguments } from "../mail/decide.ts";
import { allText, decidedText, quarantineText, shownText } from "../views/mails.ts";
import { oneAuthority, running, type Shell } from "./command.ts";

type DecisionFlags = { by?: string; reason?: string; data?: string };

export const addQuarantine = ({ program, open, answer }: Shell): void => {
  const quarantine = program
    .command("quarantine")
    .description("the mails that wait for a person, and what the person decides")
    .option("--all", "also those decided about, with who, when and why")
    .action(async ({ all }: { all?: boolean }) => {
      const authority = oneAuthority(program);
      const lab = await running(open);
      const waiting = await lab.quarantine(authority);
      if (!all) return answer({ value: waiting, text: quarantineText(waiting) });
      const decided = await lab.decided(authority);
      const value = [...waiting.map((mail) => ({ ...mail, decision: null })), ...decided];
      answer({ value, text: allText(waiting, decided) });
    });
  quarantine
    .command("show <mailId>")
    .description("a mail's own words beside what was read of them, before somebody decides")
    .action(async (mailId: string) => {
      const value = await (await running(open)).mail(mailId, oneAuthority(program));
      answer({ value, text: shownText(value) });
    });
  const decide = async (
    what: Pick<DecisionArguments, "decision" | "mailId" | "reference" | "data">,
    { by, reason, data }: DecisionFlags,
  ) => {
    if (!what.mailId.trim()) throw badArgument("Say which mail: quarantine lists their ids.");
    if (!by?.trim()) throw badArgument("Say who decides: --by.");
    const read = data === undefined ? what.data : readDataArgument(data);
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
    .option("--data <json>", "corrected fields as npm run parse names them: child.dateOfBirth or dateOfBirth")
    .action((mailId: string, flags: DecisionFlags) => decide({ decision: "release", mailId }, flags));
  add("attach <mailId> <ref>", "keep the mail as a note on an episode")
    .option("--data <json>", 'of several reports, how many are so kept: {"waiting":2}')
    .action((mailId: string, reference: string, flags: DecisionFlags) =>
      decide({ decision: "attach", mailId, reference }, flags),
    );
  add("discard <mailId>", "nothing is to be done; needs a reason").action(
    (mailId: string, flags: DecisionFlags) => {
      if (!flags.reason?.trim()) throw badArgument("Say why the mail is discarded: --reason.");
      return decide({ decision: "discard", mailId }, flags);
    },
  );
  add("pass-on <mailId> <role>", "send what could be read of it to whoever is right; needs a reason").action(
    (mailId: string, to: string, flags: DecisionFlags) =>
      decide({ decision: "pass-on", mailId, data: { to } }, flags),
  );
  add("ask <mailId>", "ask the force to send it again; it waits on")
    .option("--force <id>", "whose mail it is, where its sender is not known")
    .action((mailId: string, { force, ...flags }: DecisionFlags & { force?: string }) =>
      decide({ decision: "ask", mailId, data: force === undefined ? {} : { force } }, flags),
    );
};
