import { CommanderError } from "commander";
import type { Answer, Opener } from "./commands/command.ts";
import { LabError } from "./errors.ts";
import { labProgram } from "./program.ts";
import { readable } from "./trouble.ts";

export type Streams = { out: (text: string) => void; err: (text: string) => void };

const wantsJson = (args: readonly string[]): boolean => {
  const end = args.indexOf("--");
  return args.slice(0, end < 0 ? undefined : end).includes("--json");
};

const printed = ({ value, text }: Answer, json: boolean): string =>
  `${json ? JSON.stringify(value, null, 2) : text}\n`;

/** Runs one command line and says how it ended: 0, 1 refused or not up, 2 a bad argument, 3 an unknown episode. */
export const runLab = async (args: string[], streams: Streams, open?: Opener): Promise<number> => {
  const json = wantsJson(args);
  const program = labProgram((answer) => streams.out(printed(answer, json)), open);
  try {
    if (args.length === 0)
      throw new LabError("Say a command; npm run lab -- --help lists them.", { exitCode: 2 });
    await program.parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const trouble = readable(error);
    streams.err(`${trouble.message}\n`);
    if (json) streams.out(`${JSON.stringify(trouble.answer, null, 2)}\n`);
    return trouble.exitCode;
  }
};
