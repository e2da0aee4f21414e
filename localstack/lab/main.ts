import { LabError } from "./errors.ts";
import { type Answer, CommanderError, labProgram, type Opener } from "./program.ts";

export type Streams = { out: (text: string) => void; err: (text: string) => void };

const wantsJson = (args: readonly string[]): boolean => {
  const end = args.indexOf("--");
  return args.slice(0, end < 0 ? undefined : end).includes("--json");
};

/** Any trouble as one that a person can read. What nobody foresaw keeps its name and loses its stack. */
const asLabError = (error: unknown): LabError => {
  if (error instanceof LabError) return error;
  if (error instanceof CommanderError) {
    const sentence = error.message.replace(/^error: /, "").replace(/\s*\n\s*/g, " ");
    const full = /[.?!)]$/.test(sentence) ? sentence : `${sentence}.`;
    return new LabError(full.charAt(0).toUpperCase() + full.slice(1), { exitCode: 2, cause: error });
  }
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return new LabError(`The lab could not do that (${name}: ${message.replace(/\s*\n\s*/g, " ")}).`, {
    cause: error,
  });
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
    const trouble = asLabError(error);
    streams.err(`${trouble.message}\n`);
    if (json) streams.out(`${JSON.stringify(trouble.answer, null, 2)}\n`);
    return trouble.exitCode;
  }
};
