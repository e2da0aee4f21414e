import { mail, people, type Step } from "./steps.ts";

const receives = mail("derby-city", new URL("../../../test/fixtures/compacts/", import.meta.url));
const earlier = mail("derby-city", new URL("./", import.meta.url));
const first = people("derby-city", "DP-MIS-2026-1098");
const second = people("derby-city", "DP-MIS-2026-1131");
const daniel = people("derby-city", "DP-MIS-2026-1183");

const allocation = { worker: "j.marsh@derby.example", lineManager: "p.adeyemi@derby.example" };

/** Two episodes before, whose interviews he did not want. */
const before: Step[] = [
  earlier("daniel-1-missing.eml"),
  earlier("daniel-2-found.eml"),
  first("2026-11-07T09:30:00Z", "coordinator", "allocate", allocation),
  first("2026-11-08T16:00:00Z", "allocated-worker", "decline", { reason: "Daniel did not want to talk" }),
  earlier("daniel-3-missing.eml"),
  earlier("daniel-4-found.eml"),
  second("2026-11-13T09:15:00Z", "coordinator", "allocate", allocation),
  second("2026-11-14T11:00:00Z", "allocated-worker", "decline", { reason: "Daniel did not want to talk" }),
];

/** In care, missing for the third time in thirty days, found after 55 hours; nobody holds the interview. */
export const danielSteps: Step[] = [
  ...before,
  receives("3-missing-html-table.eml"),
  receives("5-update-risk.eml"),
  daniel("2026-11-16T09:30:00Z", "coordinator", "allocate", allocation),
  daniel("2026-11-16T14:00:00Z", "force", "police-decision", { decision: "high" }),
  daniel("2026-11-17T10:00:00Z", "allocated-worker", "threshold-considered", {
    outcome: "Significant harm is likely",
  }),
  receives("6-no-apparent-risk.eml"),
  receives("4-found-bold-br.eml"),
];
