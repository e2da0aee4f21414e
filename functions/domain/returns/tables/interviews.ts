import type { Cohort } from "../input.ts";
import { interviewKey, type Judged } from "../judged.ts";
import type { Table } from "../table.ts";
import { breakdown, type Slice } from "./breakdown.ts";

const definition = {
  counted: "interviews held after a return of the period, each once, whatever number of episodes it covers",
  of: "all of them",
  without: "nil returns, and voices that could not be gathered",
};

/** One for each interview: the first of the episodes it covers stands for it. */
const interviews = ({ due }: Cohort): Judged[] =>
  [
    ...new Map(
      due
        .flatMap((one) => {
          const key = interviewKey(one);
          return key === undefined ? [] : [[key, one] as const];
        })
        .toReversed(),
    ).values(),
  ].toReversed();

const code =
  (name: string) =>
  ({ held }: Judged): string | undefined => {
    const value = held?.codes?.[name];
    return typeof value === "string" ? value : undefined;
  };

const slices = {
  location: {
    title: "Location of the interview",
    by: code("placeKind"),
    order: ["home", "placement", "school", "youth-centre", "police", "other"],
    words: { "youth-centre": "youth centre", police: "police station" },
  },
  method: {
    title: "How it was held",
    by: code("method"),
    order: ["face-to-face", "telephone", "video"],
    words: { "face-to-face": "face to face", telephone: "by telephone", video: "other means (video)" },
  },
  reasons: {
    title: "Reasons for going missing",
    by: (one: Judged) => code("because")(one)?.split(" "),
  },
  referrals: {
    title: "Safeguarding referrals",
    by: ({ since }: Judged) => {
      const choice = since.findLast(({ kind }) => kind === "safeguarding-decided")?.codes?.choice;
      return typeof choice === "string" ? choice : undefined;
    },
    order: ["safeguarding-procedures", "referral", "early-help-assessment", "no-further-action"],
    words: {
      "safeguarding-procedures": "safeguarding procedures",
      "early-help-assessment": "early help assessment",
      "no-further-action": "no further action",
    },
  },
} as const satisfies Record<string, Omit<Slice<Judged>, "id" | "definition">>;

export const interviewTable =
  (slice: keyof typeof slices) =>
  (cohort: Cohort): Table =>
    breakdown<Judged>(interviews(cohort), {
      id: `interview-${slice}`,
      definition,
      unit: "Interviews",
      ...slices[slice],
    });
