import { mail, people, type Step } from "../../../localstack/lab/story/steps.ts";
import type { Mail } from "../support/expected.ts";
import { ASHA, CERYS, DUTY_WORKER, POLICE, TEAM_MANAGER, TOM } from "./who.ts";

const receives = mail("rutland", new URL("../../fixtures/stories/rutland/", import.meta.url));
const cerys = people("rutland", CERYS);

/** The force cancels its report and does not say that she is back: it had been made of another child. */
export const cancelledSteps: Step[] = [
  receives("cancelled-1-missing.eml"),
  cerys("2026-10-12T17:10:00+01:00", "duty-social-worker", "allocate", { worker: ASHA, lineManager: TOM }),
  receives("cancelled-2.eml"),
  cerys("2026-10-13T09:30:00+01:00", "allocated-worker", "cancel", { reason: "created-in-error" }),
];

export const cancelledMails: readonly Mail[] = [
  ["10-12 17:00", "RUT-01", TEAM_MANAGER],
  ["10-12 17:00", "RUT-01", DUTY_WORKER],
  ["10-12 17:10", "ALL-17", ASHA],
  // It counts as a return, and is asked about, until somebody says what it was (ALL-08).
  ["10-12 19:00", "ALL-08", DUTY_WORKER, POLICE],
  ["10-12 19:00", "RUT-06", ASHA],
];
