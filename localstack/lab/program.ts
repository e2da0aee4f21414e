import { Command } from "commander";
import { openLab } from "./api.ts";
import { addClock } from "./commands/clock.ts";
import type { Opener, Shell } from "./commands/command.ts";
import { addEpisodes } from "./commands/episodes.ts";
import { addExecutions } from "./commands/executions.ts";
import { addOpen } from "./commands/open.ts";
import { addOutbox } from "./commands/outbox.ts";
import { addQuarantine } from "./commands/quarantine.ts";
import { addRecord } from "./commands/record.ts";
import { addSend } from "./commands/send.ts";
import { addUpAndDown } from "./commands/up-and-down.ts";

const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** Every command of the lab. Commander's own complaints are thrown, so that they leave as one sentence too. */
export const labProgram = (
  answer: Shell["answer"],
  writeOut: (help: string) => void,
  open: Opener = openLab,
): Command => {
  const program = new Command("lab")
    .description("Safe Return on this machine, on a clock that can be moved")
    .option("--authority <name>", "default: the only one deployed", collect)
    .option("--json", "one JSON value on stdout and nothing else")
    .exitOverride()
    .configureOutput({ writeOut, writeErr: () => {}, outputError: () => {} });
  const adds = [
    addUpAndDown,
    addSend,
    addClock,
    addEpisodes,
    addOutbox,
    addExecutions,
    addRecord,
    addOpen,
    addQuarantine,
  ];
  for (const add of adds) add({ program, open, answer });
  return program;
};
