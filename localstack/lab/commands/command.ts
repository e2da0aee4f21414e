import type { Command } from "commander";
import type { Lab } from "../api.ts";
import { badArgument } from "../errors.ts";

/** What a command comes to: a value for machines, and the same in words. */
export type Answer = { value: unknown; text: string };

export type Opener = () => Lab;

/** What every command is given: the program it joins, the lab it may open, and where its answer goes. */
export type Shell = { program: Command; open: Opener; answer: (a: Answer) => void };

type Shared = { authority?: string[] };

/** Every --authority given, in order. */
export const namedAuthorities = (program: Command): string[] => program.opts<Shared>().authority ?? [];

/** The one --authority of a command that takes no more. */
export const oneAuthority = (program: Command): string | undefined => {
  const [one, ...more] = namedAuthorities(program);
  if (more.length > 0) throw badArgument("This command takes one --authority.");
  return one;
};

/** A lab that is up, for the commands that need one. */
export const running = async (open: Opener): Promise<Lab> => {
  const lab = open();
  await lab.requireUp();
  return lab;
};
