import type { Cohort } from "../input.ts";
import type { Judged } from "../judged.ts";
import type { Table } from "../table.ts";
import { breakdown } from "./breakdown.ts";

/** Why an interview was not held in time, from what is recorded. */
const whyLate = ({ outcome, held, since }: Judged): string => {
  if (outcome === "declined") {
    const codes = since.findLast(({ kind }) => kind === "declined")?.codes;
    return codes?.by === "parent" || codes?.consentRefused === true ? "parent" : "child";
  }
  if (outcome !== "held") return outcome;
  const because = held?.codes?.lateBecause;
  if (typeof because === "string" && because !== "not-known")
    return `held late: ${because.replaceAll("-", " ")}`;
  return held?.codes?.reasonLate === true ? "late-reason" : "late";
};

export const notInTime = ({ due }: Cohort): Table =>
  breakdown(
    due.filter((one) => one.toInterview && !one.inTime),
    {
      id: "not-in-time",
      title: "Why not completed in 72 hours",
      definition: {
        counted: "returns to interview without an interview within 72 hours, by how the wait ended",
        of: "all such returns",
        without: "exempt returns, other authorities' children, returns not yet due",
      },
      by: whyLate,
      order: ["child", "parent", "no-contact", "voice-not-gathered", "late-reason", "late", "waiting"],
      words: {
        child: "declined by the child",
        parent: "parental consent not given",
        "no-contact": "nobody could be reached (nil return)",
        "voice-not-gathered": "the child's voice could not be gathered",
        "late-reason": "held late, its reason recorded",
        late: "held late, no reason recorded",
        waiting: "still waiting at the cut-off",
      },
    },
  );

export const notOffered = ({ due }: Cohort): Table =>
  breakdown(
    due.filter(({ offeredAt, ours }) => ours && offeredAt === undefined),
    {
      id: "not-offered",
      title: "Not offered, with reasons",
      definition: {
        counted:
          "returns of our children with no offer recorded, by the exemption's reason where there is one",
        of: "all such returns",
        without: "other authorities' children, absences, returns not yet due",
      },
      by: ({ since, outcome }) => {
        const exempt = since.findLast(({ kind }) => kind === "exempt");
        if (outcome === "exempt") return String(exempt?.codes?.reason ?? "other");
        return outcome === "no-contact" ? "nobody could be reached" : undefined;
      },
      words: {
        "on-remand": "on remand",
        "in-hospital": "in hospital",
        "police-investigation": "police investigation",
        "with-family": "with family",
        "family-case": "family case",
        "missing-from-education": "missing from education",
        "too-young": "too young",
        "moved-area": "moved to another area",
        "other-authority": "another authority's",
      },
    },
  );

export const attempts = ({ due }: Cohort): Table => {
  const ours = due.filter((one) => one.ours);
  const counts = ours.map(({ since }) => ({
    tried: since.filter(({ kind }) => kind === "tried" || kind === "reached").length,
    reached: since.filter(({ kind }) => kind === "reached").length,
  }));
  const sum = (key: "tried" | "reached") => counts.reduce((all, one) => all + one[key], 0);
  const some = (key: "tried" | "reached") => counts.filter((one) => one[key] > 0).length;
  return {
    id: "attempts",
    title: "Attempts at contact",
    definition: {
      counted: "attempts recorded since the return, and those that reached somebody; and returns with any",
      of: "returns of our children",
      without: "other authorities' children, absences, returns not yet due",
    },
    columns: ["Contact", "Attempts", "Returns with any", "Share of returns"],
    rows: [
      ["Attempted", sum("tried"), some("tried"), { count: some("tried"), of: ours.length }],
      ["Successful", sum("reached"), some("reached"), { count: some("reached"), of: ours.length }],
    ],
  };
};

export const requests = ({ returned, forces }: Cohort): Table =>
  breakdown(returned, {
    id: "requests",
    title: "Requests, by who made them",
    definition: {
      counted: "returns of the period the authority was told of, by whose mail told it",
      of: "all returns of the period, those not yet due among them",
      without: "episodes cancelled as created in error or a duplicate",
    },
    by: ({ row }) => (row.foundNotifiedAt === undefined ? undefined : (forces[row.force] ?? row.force)),
  });

export const otherAuthorities = ({ returned }: Cohort): Table => {
  const count = returned.filter(({ row }) => row.placedByAnother).length;
  return {
    id: "other-authorities",
    title: "Notifications for other authorities' children",
    definition: {
      counted: "returns whose child was placed here by another authority",
      of: "all returns of the period",
    },
    columns: ["Notifications", "Episodes", "Share"],
    rows: [["Other authorities' children", count, { count, of: returned.length }]],
  };
};
