import { describe, expect, it } from "vitest";
import { readInterview } from "../../../../functions/reading/compact/values/interview.ts";
import { aReport, read, theCompact } from "../mails.ts";

describe("the prevention interview", () => {
  it.each([
    [
      "Completed 15/11/2026 10:05 by PC 4471 Rowan",
      { completed: true, at: "2026-11-15T10:05:00+00:00", officer: "PC 4471 Rowan" },
    ],
    ["Yes 14/11/26 2050 PC 15522", { completed: true, at: "2026-11-14T20:50:00+00:00", officer: "PC 15522" }],
    ["Not completed - refused to speak", { completed: false, summary: "refused to speak" }],
    ["Declined", { completed: false, summary: "Declined" }],
    ["Not yet done", { completed: false }],
    ["To be arranged", { completed: false }],
    ["Done. Stayed with a friend.", { completed: true, summary: "Stayed with a friend." }],
  ])("%s", (text, interview) => {
    expect(readInterview(text)).toEqual(interview);
  });

  it("may be divided over several labels", async () => {
    const compact = await theCompact(
      aReport({
        "Prevention Interview": "No",
        "Prevention Interview Officer": "PC 4471 Rowan",
        "Reason not done": "Asleep",
      }),
    );
    expect(compact?.preventionInterview).toEqual({
      completed: false,
      officer: "PC 4471 Rowan",
      summary: "Asleep",
    });
  });

  it.each([
    "Booked for 16/11/2026 10:00",
    "Scheduled 16/11/2026 10:00",
    "Due 16/11/2026 14:00",
    "To be conducted 16/11/2026 14:00",
    "Will be completed 16/11/2026 14:00",
    "Attempted 15/11/2026 10:05 - no reply",
    "Officers attended 15/11/2026 10:05, child refused",
    "15/11/2026 10:05 - declined",
    "15/11/2026 10:05 not completed, child asleep",
    "Yes - to be done tomorrow",
    "Yes, refused to talk",
    "Child refused",
    "Unsuccessful",
    "Unable to complete",
  ])("was not held, and the words say why: %s", (text) => {
    expect(readInterview(text)).toEqual({ completed: false, summary: text });
  });

  it.each(["Completed: No", "Completed - N", "Completed N", "Done: N", "Not yet", "Pending"])(
    "was not held: %s",
    (text) => {
      expect(readInterview(text)).toEqual({ completed: false });
    },
  );

  it.each(["Yes/No", "Y/N", "Yes / No (delete as appropriate)"])("%s was never filled in", (text) => {
    expect(readInterview(text)).toEqual({});
  });

  it.each([
    "Conducted at 1005hrs on 15/11/2026 by PC 4471 Rowan",
    "Seen by PC 4471 Rowan 15/11/2026 10:05",
    "15/11/2026 1005hrs PC 4471 Rowan",
    "Completed Sunday 15 November 2026 at 10.05am by PC 4471 Rowan",
  ])("was held, then and by that officer: %s", (text) => {
    expect(readInterview(text)).toEqual({
      completed: true,
      at: "2026-11-15T10:05:00+00:00",
      officer: "PC 4471 Rowan",
    });
  });

  it("silence about where a child was is no refusal of the interview", () => {
    expect(readInterview("Completed. Refused to say where she was.")).toEqual({
      completed: true,
      summary: "Refused to say where she was.",
    });
    expect(readInterview("Completed, refused to say where she was")).toMatchObject({ completed: true });
  });

  it("words that say neither decide nothing", () => {
    expect(readInterview("15/11/2026 10:05 nobody home")).toEqual({
      summary: "15/11/2026 10:05 nobody home",
    });
  });

  it("a day without an hour is kept in words", async () => {
    expect(readInterview("Completed 15/11/2026")).toEqual({ completed: true, summary: "15/11/2026" });
    const { result } = await read(
      aReport({ "Prevention Interview": "Yes", "Date of Prevention Interview": "15/11/2026" }),
    );
    expect(result).toMatchObject({
      reasons: [],
      compacts: [{ preventionInterview: { completed: true, summary: "15/11/2026" } }],
    });
  });
});
