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
    return typeof value === "string" && value !== "not-known" ? value : undefined;
  };

/** What was decided of the concerns, or a referral that was made without such a decision. */
const referralOf = ({ since }: Judged): string | undefined => {
  const choice = since.findLast(({ kind }) => kind === "safeguarding-decided")?.codes?.choice;
  if (typeof choice === "string") return choice;
  return since.some(({ kind, codes }) => kind === "referred" && codes?.kind === "safeguarding")
    ? "referral"
    : undefined;
};

/** Of several reasons "not known" says nothing beside another. */
const reasonsOf = (one: Judged): readonly string[] | undefined =>
  code("wentBecause")(one)
    ?.split(" ")
    .filter((reason) => reason !== "not-known");

const slices = {
  location: {
    title: "Location of the interview",
    by: code("placeKind"),
    order: ["home", "placement", "school", "youth-centre", "police-station", "other"],
    words: { "youth-centre": "youth centre", "police-station": "police station" },
  },
  method: {
    title: "How it was held",
    by: code("method"),
    order: ["face-to-face", "telephone", "video", "other"],
    words: {
      "face-to-face": "face to face",
      telephone: "by telephone",
      video: "other means (video)",
      other: "other means",
    },
  },
  reasons: {
    title: "Reasons for going missing",
    by: reasonsOf,
  },
  referrals: {
    title: "Safeguarding referrals",
    by: referralOf,
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
