import { readFileSync } from "node:fs";
import { dateOf } from "../../../localstack/lab/mail/send.ts";
import { lab } from "../support/console.ts";

/** Something that happens in a story: a mail comes, or somebody does something at their screen. */
export type Moment = { at: number; title: string; happens: () => Promise<void> };

export const moment = (at: string, title: string, happens: () => Promise<void>): Moment => ({
  at: Date.parse(at),
  title,
  happens,
});

/** A mail comes at its Date, and is accounted for so. */
export const mailComes = (authority: string, file: string, becomes: string): Moment => {
  const raw = readFileSync(file);
  return {
    at: dateOf(raw),
    title: `a mail comes and is ${becomes}: ${file.split("/").at(-1)}`,
    happens: async () => {
      const { outcome, reasons } = await lab.sendAndWait({ raw, authority });
      if (outcome !== becomes)
        throw new Error(`${file} is ${outcome}, not ${becomes}: ${reasons.join(", ")}`);
    },
  };
};
