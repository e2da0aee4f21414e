import { inWords } from "../calendar/instant.ts";
import type { Interview } from "./interview.ts";
import type { InterviewRecord } from "./record.ts";

/** A label and what stands beside it. */
export type Fact = readonly [label: string, value: string];

const UNKNOWN = "Not recorded";

const methods: Record<string, string> = {
  "face-to-face": "face to face",
  telephone: "by telephone",
  video: "by video",
};

const independence = ({ independent, exceptionalCircumstances }: Interview): string => {
  const answer = independent === undefined ? UNKNOWN : independent ? "Yes" : "No";
  return exceptionalCircumstances ? `${answer}: ${exceptionalCircumstances}` : answer;
};

/** Late keeps its reason in sight, or that nobody gave one (Leicestershire 8). */
const timeliness = ({ limit, late, reasonLate }: Interview): Fact[] => {
  if (limit === undefined) return reasonLate ? [["Reason for lateness", reasonLate]] : [];
  if (!late) return [["In time", `Yes; the limit was ${inWords(limit)}`]];
  return [["In time", `No; the limit was ${inWords(limit)}. Reason: ${reasonLate ?? "none recorded"}`]];
};

const factsOf = (interview: Interview): Fact[] => {
  const { at, method, place, heldBy, approval, covers } = interview;
  const how = method === undefined ? "by means not recorded" : (methods[method] ?? method);
  return [
    ["Held", `${inWords(at)}, ${how}`],
    ["Where", place ?? UNKNOWN],
    ["By", heldBy],
    ["Independent", independence(interview)],
    ...(approval
      ? ([
          [
            "Telephone approved",
            `${inWords(approval.at)}, by ${approval.by}, after: ${approval.attempts ?? UNKNOWN}`,
          ],
        ] satisfies Fact[])
      : []),
    ...timeliness(interview),
    ...(covers.length > 0 ? ([["Also for", covers.join(", ")]] satisfies Fact[]) : []),
  ];
};

const outcome = ({ signedOff, asksSignOff }: InterviewRecord): Fact[] => {
  if (!signedOff)
    return asksSignOff
      ? [
          ["Next steps", "None agreed yet"],
          ["Signed off", "Not signed off"],
        ]
      : [];
  const { at, by, nextSteps } = signedOff;
  return [
    ["Next steps", nextSteps ?? UNKNOWN],
    ["Signed off", `${inWords(at)}, by ${by}`],
  ];
};

const group = (label: string, facts: readonly Fact[]): Fact[] =>
  facts.length > 0 ? [[label, ""], ...facts] : [];

/** The facts of the interview, in the order a reader wants them. What is not known is said, not left out. */
export const factsOfRecord = (record: InterviewRecord): Fact[] => {
  const { interviews, insteadOfChild, declined, otherConcerns } = record;
  const rest: Fact[] = [
    ...declined.map(
      ({ by, reason, at }): Fact => ["Declined", `${inWords(at)}, by the ${by}: ${reason ?? UNKNOWN}`],
    ),
    ...insteadOfChild.map(
      ({ from, summary, at }): Fact => [
        "Unable to gather child's voice",
        `${inWords(at)}, information from ${from}: ${summary ?? UNKNOWN}`,
      ],
    ),
    ...(otherConcerns.length > 0 ? ([["Other concerns", otherConcerns.join("\n")]] satisfies Fact[]) : []),
    ...outcome(record),
  ];
  return interviews.length > 1
    ? [
        ...interviews.flatMap((one, i) => group(`Interview ${i + 1} of ${interviews.length}`, factsOf(one))),
        ...group("Afterwards", rest),
      ]
    : [
        ...(interviews[0] ? factsOf(interviews[0]) : ([["Interview", "None held"]] satisfies Fact[])),
        ...rest,
      ];
};
