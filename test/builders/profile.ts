import type { Profile } from "../../functions/domain/profile/profile.ts";
import { readProfile } from "../../functions/reading/force-words/read-profile.ts";
import { aRawSignIn } from "./sign-in.ts";

/** The smallest profile an authority could go live with, as it stands in its file. */
export const aRawProfile = (overrides: Record<string, unknown> = {}): Record<string, unknown> => ({
  authority: "anyshire",
  name: "Anyshire County Council",
  sources: { "001": { title: "Return interview process", file: "001.md" } },
  mail: {
    ingest: "missing@in.anyshire.example",
    from: "safe-return@anyshire.example",
    replyTo: "missing.coordinator@anyshire.example",
  },
  consoleUrl: "https://safe-return.anyshire.example",
  signIn: aRawSignIn(),
  forces: [
    {
      id: "anyforce",
      name: "Anyforce Police",
      senderDomains: ["anyforce.police.example"],
      mailbox: "missing.persons@anyforce.police.example",
    },
  ],
  staffDomains: ["anyshire.example"],
  recipients: {
    coordinator: { name: "Missing coordinator", addresses: ["missing.coordinator@anyshire.example"] },
    "service-manager": { name: "Service Manager", addresses: ["service.manager@anyshire.example"] },
  },
  standIns: { "allocated-worker": "coordinator", "line-manager": "service-manager" },
  quarantine: { role: "coordinator", next: "service-manager", afterHours: 1 },
  form: [{ id: "account", title: "The child's account" }],
  rules: [aRawRule()],
  ...overrides,
});

/** A return interview by 72 hours, escalated when late. */
export const aRawRule = (overrides: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: "ANY-01",
  clause: "1",
  source: "001",
  duty: "return-interview",
  title: "Return interview",
  act: "Hold the interview and record it.",
  ladder: "return-interview",
  when: { status: ["returned"] },
  due: [{ anchor: "returned", amount: 72, unit: "h" }],
  owner: [{ role: "coordinator" }],
  rungs: [{ id: "overdue", from: "due", to: ["service-manager"], says: "The interview is overdue." }],
  endedBy: [{ action: "interview-held" }],
  ...overrides,
});

/** A checked profile; a test states only what matters to it. */
export const aProfile = (overrides: Record<string, unknown> = {}): Profile => {
  const read = readProfile(aRawProfile(overrides));
  if (!read.ok) throw new Error(`not a valid profile: ${JSON.stringify(read.error)}`);
  return read.value;
};
