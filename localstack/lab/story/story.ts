import { readMailFile } from "../files.ts";
import { dateOf } from "../mail/send.ts";
import { readTime } from "../times.ts";
import { danielSteps } from "./daniel.ts";
import { ellieSteps } from "./ellie.ts";
import type { Step } from "./steps.ts";

export type Moment = { at: number; step: Step };

const momentOf = (step: Step): Moment => ({
  at: step.kind === "mail" ? dateOf(readMailFile(step.file)) : readTime(step.at),
  step,
});

/** Steps as they happened: mails at their Date among what people did. */
export const inOrder = (steps: readonly Step[]): Moment[] =>
  steps.map(momentOf).toSorted((a, b) => a.at - b.at);

/** Both stories, interleaved. */
export const story = (): Moment[] => inOrder([...danielSteps, ...ellieSteps]);

const MINUTE_MS = 60_000;

/** The lab is up before the first mail comes. */
export const beginning = (moments: readonly Moment[]): number =>
  (moments[0]?.at ?? Date.now()) - 5 * MINUTE_MS;

/** A day past Daniel's limit: nobody has held his interview, and the head of service has heard of it. */
export const ending = Date.parse("2026-11-22T09:00:00Z");
