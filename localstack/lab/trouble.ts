import { CommanderError } from "commander";
import { badArgument, LabError } from "./errors.ts";

const sentenceOf = (complaint: string): string => {
  const text = complaint.replace(/^error: /, "").replace(/\s*\n\s*/g, " ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!)]$/.test(text) ? "" : "."}`;
};

/** Any trouble as one that a person can read. What nobody foresaw keeps its name and loses its stack. */
export const readable = (error: unknown): LabError => {
  if (error instanceof LabError) return error;
  if (error instanceof CommanderError && error.code === "commander.help")
    return badArgument("Say a command; --help lists them.", error);
  if (error instanceof CommanderError)
    return new LabError(sentenceOf(error.message), { exitCode: 2, cause: error });
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return new LabError(`The lab could not do that (${name}: ${message.replace(/\s*\n\s*/g, " ")}).`, {
    cause: error,
  });
};
