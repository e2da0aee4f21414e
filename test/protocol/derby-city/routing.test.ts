import { describe, expect, it } from "vitest";
import { dutyAt, inShort, mailsUntil, refusedBy } from "../../builders/timetable.ts";
import { allocate, found, missing, storyOf } from "./daniel.ts";

const COORDINATOR = "missing-coordinator@derby.example";

describe("forwarding the compacts", () => {
  it("DER-02: with no worker known the coordinator is asked to allocate, at once (F; 5.2)", () => {
    const mails = mailsUntil(storyOf([missing()]), "2026-11-20T00:00:00Z");
    expect(inShort(mails, "DER-02")).toEqual([`2026-11-16T02:10:00Z told -> ${COORDINATOR}`]);
    expect(
      mails
        .find((m) => m.duty === "allocation")
        ?.letter.paragraphs.flatMap((p) => p.lines)
        .join(),
    ).not.toContain("Marlowe");
  });

  it("DER-02: once allocated, the compact itself goes to the worker and to nobody else (F; 5.2)", () => {
    const mails = mailsUntil(
      storyOf([missing({ circumstances: "Left by window." }), allocate()]),
      "2026-11-20T00:00:00Z",
    );
    expect(inShort(mails, "forward-missing")).toEqual(["2026-11-16T09:00:00Z told -> grace@derby.example"]);
    const forward = mails.find((m) => m.duty === "forward-missing")?.letter;
    expect(forward?.paragraphs.flatMap((p) => p.lines)).toEqual(
      expect.arrayContaining(["Name: Ellie Marlowe", "Circumstances: Left by window."]),
    );
    expect(forward?.subject).not.toContain("Marlowe");
  });

  it("DER-02: a worker known already gets it on receipt (F; 5.2)", () => {
    const early = { ...allocate(), at: "2026-11-16T02:00:00Z", recordedAt: "2026-11-16T02:10:00Z" };
    const mails = mailsUntil(storyOf([missing(), early]), "2026-11-16T02:10:00Z");
    expect(inShort(mails, "DER-02")).toEqual(["2026-11-16T02:10:00Z told -> grace@derby.example"]);
  });

  it("DER-02, DER-17: in the worker's absence it goes to the duty worker (5.2)", () => {
    const mails = mailsUntil(
      storyOf([missing(), allocate(undefined, { absent: true })]),
      "2026-11-20T00:00:00Z",
    );
    expect(inShort(mails, "forward-missing")).toEqual([
      "2026-11-16T09:00:00Z told -> duty-worker@derby.example",
    ]);
  });

  it("DER-02: a compact goes to no address outside the authority: such an allocation is refused (5.2)", () => {
    const outside = { ...allocate(), data: { worker: "grace@elsewhere.example" } };
    expect(refusedBy(storyOf([missing()]), outside)).toEqual(["DER-02 (5.2)"]);
    expect(refusedBy(storyOf([missing()]), allocate())).toEqual([]);
  });

  it("DER-02: a found compact that comes alone asks the force for the missing one, until it comes (5.2)", () => {
    expect(inShort(mailsUntil(storyOf([found()]), "2026-11-20T00:00:00Z"), "missing-report")).toEqual([
      "2026-11-18T08:40:00Z ask -> missing-team@derbyshire-police.example",
    ]);
    const late = missing({ received: "2026-11-18T12:00:00Z" });
    expect(dutyAt(storyOf([found(), late]), "missing-report", "2026-11-18T11:59:59Z")?.state).toBe("open");
    expect(dutyAt(storyOf([found(), late]), "missing-report", "2026-11-18T12:00:00Z")?.state).toBe("done");
  });

  it("DER-02: a child found before anybody was allocated is still forwarded (F; 5.2)", () => {
    const story = storyOf([missing(), found(), allocate("2026-11-18T09:00:00Z")]);
    expect(inShort(mailsUntil(story, "2026-11-20T00:00:00Z"), "forward-missing")).toEqual([
      "2026-11-18T09:00:00Z told -> grace@derby.example",
    ]);
  });

  it("DER-05: the found compact goes to the worker on receipt (F)", () => {
    const mails = mailsUntil(
      storyOf([missing(), allocate(), found({ foundLocation: "Nottingham railway station" })]),
      "2026-11-18T08:00:00Z",
    );
    expect(inShort(mails, "DER-05")).toEqual(["2026-11-18T07:40:00Z told -> grace@derby.example"]);
    expect(mails.find((m) => m.rule === "DER-05")?.letter.paragraphs.flatMap((p) => p.lines)).toContain(
      "Found at: Nottingham railway station",
    );
  });

  it("DER-05: with no worker known the coordinator is asked again, and the worker gets it on allocation (F)", () => {
    const story = storyOf([missing(), found(), allocate("2026-11-18T09:00:00Z")]);
    expect(inShort(mailsUntil(story, "2026-11-20T00:00:00Z"), "DER-05")).toEqual([
      `2026-11-18T07:40:00Z told -> ${COORDINATOR}`,
      "2026-11-18T09:00:00Z told -> grace@derby.example",
    ]);
  });

  it("DER-17: who works with the child stays on the coordinator's list until it is decided (5.2)", () => {
    expect(dutyAt(storyOf([missing()]), "routing", "2026-11-20T00:00:00Z")).toMatchObject({ state: "open" });
    expect(dutyAt(storyOf([missing(), allocate()]), "routing", "2026-11-16T09:00:00Z")?.state).toBe("done");
  });

  it('DER-17: an unknown child at "no apparent risk" is recorded and still shown to the coordinator (5.2)', () => {
    const story = storyOf([missing({ risk: "no-apparent-risk" })]);
    expect(inShort(mailsUntil(story, "2026-11-16T02:10:00Z"), "DER-02")).toEqual([
      `2026-11-16T02:10:00Z told -> ${COORDINATOR}`,
    ]);
    expect(dutyAt(story, "routing", "2026-11-16T02:10:00Z")?.state).toBe("open");
  });
});
