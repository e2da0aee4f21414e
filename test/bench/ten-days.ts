import type { EpisodeEvent } from "../../functions/domain/episode/events.ts";
import { anAction, aRung, compact, foundCompact, missingCompact, plusHours } from "../builders/events.ts";

const since = "2026-11-14T21:30:00.000Z";
export const hours = (n: number): string => plusHours(since, n);

/** Ten days, thirty events: missing, four updates, found, contact that takes its time, interview late, record open. */
export const tenDays = (): EpisodeEvent[] => [
  missingCompact({ missingSince: since }),
  anAction("allocate", hours(12), { worker: "s.okoro@leicestershire.example" }),
  ...[14, 20, 26, 32].map((at) => compact("update", hours(at), { risk: at % 4 === 0 ? "high" : "medium" })),
  aRung("triage", "told", hours(1.5)),
  aRung("strategy-discussion", "told", hours(72)),
  foundCompact({ returnedAt: hours(80) }),
  ...Array.from({ length: 8 }, (_, at) =>
    anAction("contact-attempt", hours(90 + at * 3), { method: at % 2 === 0 ? "call" : "text" }),
  ),
  ...["told", "reminder", "limit", "overdue-1", "overdue-2"].map((rung, at) =>
    aRung("return-interview", rung, hours(128 + at * 24)),
  ),
  anAction("contact-made", hours(130), { contact: "child" }),
  anAction("strategy-discussion-held", hours(140)),
  anAction("book-interview", hours(150), { for: hours(200) }),
  anAction("interview-held", hours(200), { method: "face-to-face", reasonLate: "At court on the day" }),
  anAction("copy-offered", hours(201), { answer: "yes" }),
  anAction("note", hours(210), { text: "Mother rang" }),
  anAction("toolkit", hours(220), { outcome: "completed" }),
  aRung("toolkit", "told", hours(81)),
];
