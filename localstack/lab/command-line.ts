import { CommanderError } from "commander";
import { readable } from "./trouble.ts";

export type Streams = { out: (text: string) => void; err: (text: string) => void };

export const standardStreams: Streams = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};

const wantsJson = (args: readonly string[]): boolean => {
  const end = args.indexOf("--");
  return args.slice(0, end < 0 ? undefined : end).includes("--json");
};

export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

type Line = {
  json: boolean;
  /** Where commander's help goes, which it would write to stdout itself. */
  help: (text: string) => void;
};

/**
 * Runs one command line and says how it ended: 0, 1 refused or not up, 2 a bad argument, 3 an unknown episode. With
 * --json the answer, the help and the trouble are each one JSON value on stdout.
 */
export const commandLine = async (
  args: readonly string[],
  streams: Streams,
  run: (line: Line) => Promise<number>,
): Promise<number> => {
  const json = wantsJson(args);
  let help = "";
  try {
    return await run({
      json,
      help: (text) => {
        help += text;
      },
    });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) {
      streams.out(json ? asJson({ help }) : help);
      return 0;
    }
    const trouble = readable(error);
    streams.err(`${trouble.message}\n`);
    if (json) streams.out(asJson(trouble.answer));
    return trouble.exitCode;
  }
};
