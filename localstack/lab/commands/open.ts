import { badArgument } from "../errors.ts";
import { readDataArgument } from "../files.ts";
import { oneAuthority, running, type Shell } from "./command.ts";

export const addOpen = ({ program, open, answer }: Shell): void => {
  program
    .command("open")
    .description("an episode that somebody opens by hand: a call, a walk-in, another authority")
    .option("--by <who>", "who opens it: ROLE, or ROLE:ADDRESS")
    .option(
      "--data <json>",
      'what was heard: {"source":"call","from":"the carer","surname":"…","dateOfBirth":"2011-03-09"}; also forenames, missingSince, returnedAt, reference, force, careStatus, …',
    )
    .action(async ({ by, data }: { by?: string; data?: string }) => {
      if (!by?.trim()) throw badArgument("Say who opens it: --by.");
      if (data === undefined) throw badArgument("Say what was heard: --data.");
      const lab = await running(open);
      const value = await lab.open({ by, open: readDataArgument(data) }, oneAuthority(program));
      answer({ value, text: `Opened: ${value.reference}.` });
    });
};
