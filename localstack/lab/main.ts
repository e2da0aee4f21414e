import { asJson, commandLine, type Streams } from "./command-line.ts";
import type { Opener } from "./commands/command.ts";
import { badArgument } from "./errors.ts";
import { labProgram } from "./program.ts";

/** Runs one command line of the lab. */
export const runLab = (args: string[], streams: Streams, open?: Opener): Promise<number> =>
  commandLine(args, streams, async ({ json, help }) => {
    const program = labProgram(
      ({ value, text }) => streams.out(json ? asJson(value) : `${text}\n`),
      help,
      open,
    );
    if (args.length === 0) throw badArgument("Say a command; npm run lab -- --help lists them.");
    await program.parseAsync(args, { from: "user" });
    return 0;
  });
