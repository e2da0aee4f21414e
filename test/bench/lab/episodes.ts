import type { Act, Episode } from "./play.ts";

const worker = "allocated-worker";

const sections = Object.fromEntries(
  ["1", "2", "3", "4", "5", "6", "7"].map((id) => [id, "You told us about this in your own words."]),
);

const allocated = (afterHours: number): Act => [
  afterHours,
  "ce-team-manager",
  "allocate",
  {
    worker: "s.okoro@leicestershire.example",
    lineManager: "m.haines@leicestershire.example",
    lineManagerRegistered: true,
  },
];

/** Held, written up and signed off from so many hours on; the copy, the toolkit and the distribution with it. */
const interviewed = (from: number, signedOff: number): Act[] => [
  [from, worker, "interview-held", { method: "face-to-face", independent: true }],
  [from + 0.25, worker, "copy-offered", { answer: "yes" }],
  [from + 1, worker, "toolkit", { outcome: "completed" }],
  [from + 3, worker, "written-record", { writtenToChild: true, sections }],
  [signedOff, "line-manager", "sign-off", { nextSteps: "A safety plan with the child and their mother" }],
];

/** Found next morning, contacted and interviewed in time, signed off, distributed. */
export const happy: Episode = {
  reference: "MP/26/100001",
  surname: "HOLLIS",
  since: Date.parse("2026-10-01T20:30:00Z"),
  homeAfter: 12,
  acts: [
    allocated(13),
    [17, worker, "contact-made", { contact: "child", method: "call" }],
    [17.25, worker, "book-interview", { for: "2026-10-03T11:00:00Z" }],
    ...interviewed(38, 44),
  ],
};

/** Missing for a day, hard to reach, interviewed in time, signed off on the tenth day. */
export const tenDays: Episode = {
  reference: "MP/26/100002",
  surname: "PEVERELL",
  since: Date.parse("2026-10-08T20:30:00Z"),
  homeAfter: 24,
  acts: [
    allocated(11),
    [36, worker, "contact-attempt", { method: "call" }],
    [40, worker, "contact-attempt", { method: "text" }],
    [60, worker, "contact-made", { contact: "child", method: "visit" }],
    ...interviewed(85, 240),
  ],
};

/** What the mail with the big attachment is about. */
export const attached = {
  reference: "MP/26/100003",
  surname: "WARDLEY",
  at: Date.parse("2026-10-20T20:30:00Z"),
  sentAt: Date.parse("2026-10-20T22:00:00Z"),
};
