import { describe, expect, it } from "vitest";
import { anAction, aRung, plusSeconds } from "../../builders/events.ts";
import { dutyAt, inShort, limitAt, mailsUntil } from "../../builders/timetable.ts";
import { found, held, MANAGER, PROVIDER, storyOf, written } from "./jowan.ts";

const HELD = "2026-11-16T10:00:00Z";
const WRITTEN = "2026-11-17T15:00:00Z";
const LATER = "2026-12-20T00:00:00Z";
type Action = ReturnType<typeof anAction>;
const back = (...actions: Action[]) => storyOf([found(), ...actions]);
const OVERSIGHT =
  "safeguarding-hub@torbay.example, missing-safeguarding@dc-police.example, missing-business-support@torbay.example";

describe("the written record within two working days", () => {
  it.each([
    ["one second before", "2026-11-18T16:59:59Z", "done"],
    ["exactly when due", "2026-11-18T17:00:00Z", "done"],
    ["a second after", "2026-11-18T17:00:01Z", "late-done"],
  ])("TOR-31: written %s, 17:00 on the second working day (3.1)", (_when, at, state) => {
    expect(dutyAt(back(held(HELD), written(at)), "written-record", LATER)?.state).toBe(state);
  });

  it.each([
    ["over a weekend", "2026-11-20T18:30:00Z", "2026-11-24T17:00:00Z"],
    ["held on a Saturday", "2026-11-21T11:00:00Z", "2026-11-24T17:00:00Z"],
    ["over the October clock change", "2026-10-23T10:00:00Z", "2026-10-27T17:00:00Z"],
    ["over the March clock change and Easter 2027", "2027-03-25T10:00:00Z", "2027-03-31T16:00:00Z"],
    ["over Christmas 2026", "2026-12-24T10:00:00Z", "2026-12-30T17:00:00Z"],
    ["over New Year 2027", "2026-12-31T10:00:00Z", "2027-01-05T17:00:00Z"],
    ["over a leap day", "2028-02-28T10:00:00Z", "2028-03-01T17:00:00Z"],
  ])("TOR-31, TOR-32: two working days %s (3.1, 3.2)", (_when, at, due) => {
    const received = new Date(Date.parse(at) - 86_400_000).toISOString();
    const story = storyOf([found({ foundAt: received, returnedAt: received, received }), held(at)]);
    expect(limitAt(story, "written-record", at)).toBe(due);
    const sent = storyOf([...story.events, written(at)]);
    expect(limitAt(sent, "distribution", at)).toBe(due);
  });

  it("TOR-31, TOR-32: told, reminded, due, not sent, escalated (3.1, 3.2)", () => {
    const mails = mailsUntil(back(held(HELD)), "2026-11-19T17:00:00Z");
    expect(inShort(mails, "TOR-31")).toEqual([
      `2026-11-16T10:00:00Z told -> ${PROVIDER}`,
      `2026-11-18T13:00:00Z reminder -> ${PROVIDER}`,
      `2026-11-18T17:00:00Z limit -> ${PROVIDER}, ${MANAGER}`,
      `2026-11-19T17:00:00Z escalate-1 -> ${MANAGER}`,
    ]);
    expect(inShort(mails, "TOR-32")).toEqual([
      `2026-11-18T17:00:00Z not-sent -> ${MANAGER}, safeguarding-hub@torbay.example`,
    ]);
  });
});

describe("sent for oversight, and loaded", () => {
  it("TOR-32, TOR-33: to the Safeguarding Hub, the police officer, the Business Support Officer and Children's Services, who load it (3.2, 3.3)", () => {
    const mails = mailsUntil(back(held(HELD), written(WRITTEN)), LATER);
    expect(inShort(mails, "TOR-32")).toEqual([
      `${WRITTEN} send -> ${OVERSIGHT}`,
      `${WRITTEN} send-to-load -> childrens-services@torbay.example`,
    ]);
    // Loading is Children's Services' alone (3.3).
    const acts = mails.filter((m) => m.rule === "TOR-32").map((m) => JSON.stringify(m.letter.paragraphs));
    expect(acts.map((one) => one.includes("Load it"))).toEqual([false, true]);
    const sent = mails.find((m) => m.rule === "TOR-32")?.letter;
    expect(sent?.attachments?.map((a) => a.filename)).toEqual(["return-interview.html"]);
    expect(sent?.subject).not.toContain("Tregenza");
  });

  it.each([
    ["in time", WRITTEN, "done"],
    ["after the limit", "2026-11-18T17:00:01Z", "late-done"],
  ])("TOR-32: written and sent %s (3.2)", (_when, at, state) => {
    const rungs = ["send", "send-to-load"].map((rung) => aRung("distribution", rung, at));
    const story = storyOf([found(), held(HELD), written(at), ...rungs]);
    expect(dutyAt(story, "distribution", LATER)?.state).toBe(state);
  });

  it("TOR-33: loaded within 24 hours of receipt, by Children's Services (3.3)", () => {
    expect(inShort(mailsUntil(back(held(HELD), written(WRITTEN)), "2026-11-19T15:00:00Z"), "TOR-33")).toEqual(
      [
        "2026-11-18T11:00:00Z reminder -> childrens-services@torbay.example",
        "2026-11-18T15:00:00Z limit -> childrens-services@torbay.example, childrens-services-manager@torbay.example",
        "2026-11-19T15:00:00Z escalate-1 -> childrens-services-manager@torbay.example",
      ],
    );
  });

  it.each([
    ["one second before", "2026-11-18T14:59:59Z", "done"],
    ["exactly when due", "2026-11-18T15:00:00Z", "done"],
    ["a second after", "2026-11-18T15:00:01Z", "late-done"],
  ])("TOR-33: loaded %s (3.3)", (_when, at, state) => {
    const sent = anAction("distributed", WRITTEN);
    const story = back(
      held(HELD),
      written(WRITTEN),
      sent,
      anAction("record-loaded", at, {}, "childrens-services"),
    );
    expect(dutyAt(story, "record-loaded", LATER)?.state).toBe(state);
  });

  it("ALL-24, TOR-33: loading is anyone's of Children's Services, and not the provider's (3.3)", () => {
    const state = (by: string) =>
      dutyAt(
        back(
          held(HELD),
          written(WRITTEN),
          anAction("distributed", WRITTEN),
          anAction("record-loaded", "2026-11-18T10:00:00Z", {}, by),
        ),
        "record-loaded",
        LATER,
      )?.state;
    expect(
      [
        "business-support-officer",
        "worker:s.may@torbay.example",
        "provider",
        "worker:k@missing-from-home.example",
      ].map(state),
    ).toEqual(["done", "done", "open", "open"]);
  });

  it("TOR-33, ALL-21: an interview that went and is taken back, as it was another child's, is not to be loaded (3.3)", () => {
    const withdrawn = anAction("withdraw", LATER, { recorded: "held", reason: "another child's" });
    const went = [{ ...held(HELD), id: "held" }, written(WRITTEN), anAction("distributed", WRITTEN)];
    const story = back(...went, withdrawn);
    expect(dutyAt(story, "record-loaded", plusSeconds(LATER, -1))?.state).toBe("open");
    expect(dutyAt(story, "record-loaded", LATER)).toBeUndefined();
  });

  it("TOR-33: nothing to load before it is sent (3.3)", () => {
    expect(dutyAt(back(held(HELD)), "record-loaded", LATER)).toBeUndefined();
  });
});
