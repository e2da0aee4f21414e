import { aRawSignIn } from "./sign-in.ts";

type Fields = Record<string, unknown>;

/** The smallest profile an authority could go live with, as it is written. */
export const aWrittenProfile = (overrides: Fields = {}): Fields => ({
  authority: "anyshire",
  name: "Anyshire County Council",
  prefix: "ANY",
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
      senderDomains: "anyforce.police.example",
      mailbox: "missing.persons@anyforce.police.example",
    },
  ],
  staffDomains: "anyshire.example",
  recipients: {
    coordinator: "Missing coordinator <missing.coordinator@anyshire.example>",
    "service-manager": "Service Manager <service.manager@anyshire.example>",
  },
  standIns: { "allocated-worker": "coordinator", "line-manager": "service-manager" },
  quarantine: { role: "coordinator", next: "service-manager", afterHours: 1 },
  form: [{ id: "account", title: "The child's account" }],
  rules: [aWrittenRule()],
  ...overrides,
});

/** A return interview by 72 hours, escalated when late. */
export const aWrittenRule = (overrides: Fields = {}): Fields => ({
  id: "01",
  duty: "return-interview",
  clause: "1",
  title: "Return interview",
  act: "Hold the interview and record it.",
  ladder: "return-interview",
  when: { status: "returned" },
  owner: "coordinator",
  due: "returned + 72h",
  rungs: [{ at: "limit", to: "service-manager", says: "The interview is overdue." }],
  endedBy: "interview-held",
  ...overrides,
});
