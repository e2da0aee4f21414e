import { describe, expect, it } from "vitest";
import { anAction } from "../../builders/events.ts";
import { dutyAt, inShort, limitAt, mailsUntil, refusedBy } from "../../builders/timetable.ts";
import { CHILDRENS_SERVICES, found, held, MANAGER, POLICE, PROVIDER, storyOf } from "./jowan.ts";

const CONTACT_DUE = "2026-11-15T21:15:00Z";
const LATER = "2026-12-20T00:00:00Z";
type Action = ReturnType<typeof anAction>;
const back = (...actions: Action[]) => storyOf([found(), ...actions]);
const call = (at: string, by = "provider") =>
  anAction("contact-attempt", at, { method: "call", outcome: "no answer" }, by);
const tried = call("2026-11-15T09:00:00Z");
const shortly = (mails: string[]) => mails.map((m) => m.split(" ->")[0]);

describe("contact and the offer of an interview within 24 hours", () => {
  it.each([
    ["one second before", "2026-11-15T21:14:59Z", "done"],
    ["exactly when due", CONTACT_DUE, "done"],
    ["a second after", "2026-11-15T21:15:01Z", "late-done"],
  ])("TOR-12: offered %s (1.2)", (_when, at, state) => {
    expect(dutyAt(back(anAction("offer-interview", at)), "contact", LATER)?.state).toBe(state);
  });

  it("TOR-12: reminded, then due (1.2)", () => {
    expect(inShort(mailsUntil(back(), "2026-11-16T21:15:00Z"), "TOR-12")).toEqual([
      `2026-11-15T17:15:00Z reminder -> ${PROVIDER}`,
      `2026-11-15T21:15:00Z limit -> ${PROVIDER}, ${MANAGER}`,
      `2026-11-16T21:15:00Z escalate-1 -> ${MANAGER}, ${CHILDRENS_SERVICES}`,
    ]);
  });

  it.each([
    ["October", "2026-10-24T21:00:00Z", "2026-10-25T21:00:00Z"],
    ["March", "2027-03-27T21:00:00Z", "2027-03-28T21:00:00Z"],
    ["a leap day", "2028-02-28T21:00:00Z", "2028-02-29T21:00:00Z"],
  ])("TOR-12: 24 elapsed hours over %s (1.2)", (_when, received, due) => {
    const story = storyOf([found({ foundAt: received, returnedAt: received, received })]);
    expect(limitAt(story, "contact", received)).toBe(due);
  });

  it("TOR-12: a contact without an offer, or an offer to a parent, does not end it (1.2)", () => {
    const at = "2026-11-15T10:00:00Z";
    expect(dutyAt(back(anAction("contact-made", at)), "contact", at)?.state).toBe("open");
    expect(dutyAt(back(anAction("offer-interview", at, { contact: "parent" })), "contact", at)?.state).toBe(
      "open",
    );
  });

  it("TOR-12, ALL-01: a parent who declines ends it as not required, with the reason (1.2)", () => {
    const no = anAction("decline", "2026-11-15T10:00:00Z", { by: "parent", reason: "no consent" });
    expect(dutyAt(back(no), "contact", no.at)).toMatchObject({ state: "not-required", reason: "no consent" });
  });
});

describe("the child cannot be contacted", () => {
  it.each([
    ["one second before", "2026-11-15T21:14:59Z", []],
    ["exactly", CONTACT_DUE, [`${CONTACT_DUE} told -> ${CHILDRENS_SERVICES}, ${PROVIDER}`]],
  ])(
    "TOR-14: %s 24 hours after the notification, Children's Services are notified (1.4)",
    (_w, until, mails) => {
      expect(inShort(mailsUntil(back(call("2026-11-15T09:00:00Z")), until), "TOR-14")).toEqual(mails);
    },
  );

  it("TOR-14: its mail within the watchdog's minute is in time (1.4)", () => {
    const rung = (at: string) => ({
      kind: "rung" as const,
      type: "rung-fired" as const,
      id: "rung-1",
      at,
      recordedAt: at,
      duty: "hand-over",
      rung: "told",
      rule: "TOR-14",
      to: [],
    });
    const state = (at: string) => dutyAt(storyOf([found(), tried, rung(at)]), "hand-over", LATER)?.state;
    expect([state("2026-11-15T21:16:00Z"), state("2026-11-15T21:16:01Z")]).toEqual(["done", "late-done"]);
  });

  it.each([
    ["the child", anAction("contact-made", CONTACT_DUE), 0],
    ["a parent", anAction("contact-made", CONTACT_DUE, { contact: "parent" }), 0],
    ["a carer", anAction("contact-made", CONTACT_DUE, { contact: "carer" }), 0],
    ["the child, a second late", anAction("contact-made", "2026-11-15T21:15:01Z"), 1],
    ["a parent, a second late", anAction("contact-made", "2026-11-15T21:15:01Z", { contact: "parent" }), 1],
  ])("TOR-14: %s was reached: child and family are un-contactable or not (1.4)", (_who, contact, mails) => {
    expect(inShort(mailsUntil(back(tried, contact), LATER), "TOR-14")).toHaveLength(mails);
  });

  it.each(["social-worker", "worker", "provider"] as const)(
    "TOR-14, TOR-17: a %s spoken to is neither the child nor the family (1.4, 1.7)",
    (contact) => {
      const story = back(tried, anAction("contact-made", "2026-11-15T10:00:00Z", { contact }));
      expect(inShort(mailsUntil(story, CONTACT_DUE), "TOR-14")).toHaveLength(1);
      expect(dutyAt(story, "letter-sent", LATER)?.state).toBe("open");
    },
  );

  it("TOR-14, TOR-12: where nobody tried they are not un-contactable; the missing offer is escalated (1.2, 1.4)", () => {
    const mails = mailsUntil(back(), "2026-11-16T21:15:00Z");
    expect(inShort(mails, "TOR-14")).toEqual([]);
    expect(inShort(mails, "TOR-12").at(-1)).toContain(CHILDRENS_SERVICES);
    const later = back(call("2026-11-16T08:00:00Z"));
    expect(inShort(mailsUntil(later, LATER), "TOR-14")).toEqual([
      `2026-11-16T08:00:00Z told -> ${CHILDRENS_SERVICES}, ${PROVIDER}`,
    ]);
  });

  it("TOR-14: contact after the hand-over does not undo that it was made; the provider's attempts went on (1.4)", () => {
    const story = back(tried, anAction("contact-made", "2026-11-16T10:00:00Z"));
    expect(inShort(mailsUntil(story, LATER), "hand-over")).toHaveLength(1);
    expect(dutyAt(story, "contact", "2026-11-16T10:00:00Z")?.state).toBe("open");
  });

  it("TOR-15: Children's Services attempt contact within 24 hours of that notification (1.5)", () => {
    const story = back(tried);
    const mails = mailsUntil(story, "2026-11-18T21:15:00Z");
    expect(inShort(mails, "TOR-15")).toEqual([
      `2026-11-16T17:15:00Z reminder -> ${CHILDRENS_SERVICES}`,
      `2026-11-16T21:15:00Z limit -> ${CHILDRENS_SERVICES}, childrens-services-manager@torbay.example`,
      "2026-11-17T21:15:00Z escalate-1 -> childrens-services-manager@torbay.example",
    ]);
  });

  const told = (at = CONTACT_DUE) => ({
    kind: "rung" as const,
    type: "rung-fired" as const,
    id: "rung-told",
    at,
    recordedAt: at,
    duty: "hand-over",
    rung: "told",
    rule: "TOR-14",
    to: [],
  });

  it.each([
    ["one second before", "2026-11-16T21:14:59Z", "childrens-services", "done"],
    ["exactly when due", "2026-11-16T21:15:00Z", "childrens-services", "done"],
    ["a second after", "2026-11-16T21:15:01Z", "childrens-services", "late-done"],
    ["in time, but by the provider", "2026-11-16T10:00:00Z", "provider", "open"],
  ])("TOR-15: attempted %s (1.5)", (_when, at, by, state) => {
    const story = storyOf([found(), told(), call(at, by)]);
    expect(dutyAt(story, "childrens-services-contact", LATER)?.state).toBe(state);
  });

  it("TOR-15: an attempt at a parent is none at the child; anyone of Children's Services may make it (1.5)", () => {
    const at = "2026-11-16T10:00:00Z";
    const parent = anAction(
      "contact-attempt",
      at,
      { method: "call", contact: "parent" },
      "childrens-services",
    );
    const state = (one: Action) =>
      dutyAt(storyOf([found(), told(), one]), "childrens-services-contact", LATER)?.state;
    expect([parent, call(at, "childrens-services-manager")].map(state)).toEqual(["open", "done"]);
  });

  it("TOR-15: counts from when the notification really went (1.5)", () => {
    const late = "2026-11-15T23:00:00Z";
    expect(limitAt(storyOf([found(), told(late)]), "childrens-services-contact", late)).toBe(
      "2026-11-16T23:00:00Z",
    );
  });

  it("TOR-15: nobody needs it once the provider has reached the child (1.5)", () => {
    const story = storyOf([found(), told(), anAction("contact-made", "2026-11-16T10:00:00Z")]);
    expect(dutyAt(story, "childrens-services-contact", LATER)?.state).toBe("not-required");
  });

  it("TOR-16: the attempts go to Children's Services and the police with the hand-over (1.6)", () => {
    const mails = mailsUntil(back(call("2026-11-15T09:00:00Z")), CONTACT_DUE);
    expect(inShort(mails, "TOR-16")).toEqual([`${CONTACT_DUE} send -> ${CHILDRENS_SERVICES}, ${POLICE}`]);
    expect(mails.find((m) => m.rule === "TOR-16")?.letter.paragraphs.flatMap((p) => p.lines)).toContain(
      "Sun 15 Nov 2026, 09:00: call to child, by provider: no answer",
    );
  });

  it("TOR-16: and all of them once they are over (1.6)", () => {
    const story = back(
      call("2026-11-15T09:00:00Z"),
      call("2026-11-16T09:00:00Z", "childrens-services"),
      anAction("contact-made", "2026-11-16T15:00:00Z", { method: "call" }),
      held("2026-11-17T10:00:00Z"),
    );
    const mails = mailsUntil(story, LATER);
    expect(inShort(mails, "attempts-in-all")).toEqual([
      `2026-11-17T10:00:00Z send -> ${CHILDRENS_SERVICES}, ${POLICE}`,
    ]);
    const lines = mails.find((m) => m.duty === "attempts-in-all")?.letter.paragraphs.flatMap((p) => p.lines);
    expect(lines?.filter((l) => l.includes(" to child, by "))).toEqual([
      "Sun 15 Nov 2026, 09:00: call to child, by provider: no answer",
      "Mon 16 Nov 2026, 09:00: call to child, by childrens-services: no answer",
      "Mon 16 Nov 2026, 15:00: call to child, by worker: spoken to",
    ]);
  });

  it("TOR-16: all attempts go in the interview's branch, as contact may be settled by then (1.6)", () => {
    const story = back(call("2026-11-15T09:00:00Z"), held("2026-11-17T10:00:00Z"));
    expect(dutyAt(story, "attempts-in-all", "2026-11-17T10:00:00Z")?.rule.ladder).toBe("report-distribution");
  });
});

describe("the letter", () => {
  it.each([
    ["one second before", "2026-11-21T21:14:59Z", 0],
    ["exactly", "2026-11-21T21:15:00Z", 1],
  ])("TOR-17: %s a week after the notification, it is drafted (1.7)", (_when, until, mails) => {
    const drafts = mailsUntil(back(tried), until).filter((m) => m.duty === "letter-drafted");
    expect(drafts).toHaveLength(mails);
    for (const { letter } of drafts)
      expect(letter.paragraphs.find((p) => p.heading === "Draft of the letter")?.lines[0]).toBe(
        "Dear [name],",
      );
  });

  it("TOR-17: reminded, due in two weeks, escalated (1.7)", () => {
    expect(inShort(mailsUntil(back(tried), "2026-11-29T21:15:00Z"), "letter-sent")).toEqual([
      `2026-11-26T21:15:00Z reminder -> ${PROVIDER}`,
      `2026-11-28T21:15:00Z limit -> ${PROVIDER}, ${MANAGER}`,
      `2026-11-29T21:15:00Z escalate-1 -> ${MANAGER}`,
    ]);
  });

  it.each([
    ["one second before", "2026-11-28T21:14:59Z", "done"],
    ["exactly when due", "2026-11-28T21:15:00Z", "done"],
    ["a second after", "2026-11-28T21:15:01Z", "late-done"],
  ])("TOR-17: sent %s (1.7)", (_when, at, state) => {
    expect(dutyAt(back(tried, anAction("letter-sent", at)), "letter-sent", LATER)?.state).toBe(state);
  });

  it.each([
    ["a second too early", "2026-11-21T21:14:59Z", "open"],
    ["on the very second", "2026-11-21T21:15:00Z", "open"],
    ["when the week is over", "2026-11-21T21:15:01Z", "done"],
  ])("TOR-17: a letter counts after a week: sent %s (1.7)", (_when, at, state) => {
    expect(dutyAt(back(tried, anAction("letter-sent", at)), "letter-sent", LATER)?.state).toBe(state);
  });

  it("TOR-17: nobody tried, or the family is reached: no letter (1.7)", () => {
    const family = anAction("contact-made", "2026-11-20T10:00:00Z", { contact: "parent" });
    expect(dutyAt(back(), "letter-sent", LATER)).toBeUndefined();
    expect(dutyAt(back(tried, family), "letter-sent", LATER)).toBeUndefined();
  });

  it.each([
    ["October", "2026-10-17T20:00:00Z", "2026-10-24T20:00:00Z", "2026-10-31T21:00:00Z"],
    ["March", "2027-03-20T21:00:00Z", "2027-03-27T21:00:00Z", "2027-04-03T20:00:00Z"],
  ])("TOR-17: weeks keep the wall time over %s (1.7)", (_when, received, drafted, sent) => {
    const story = storyOf([found({ foundAt: received, returnedAt: received, received }), call(received)]);
    const duty = dutyAt(story, "letter-sent", sent);
    expect([duty?.createdAt, duty?.dueAt]).toEqual([Date.parse(drafted), Date.parse(sent)]);
  });

  it("TOR-17: a child contacted within the week gets no letter; contacted later, none is needed (1.7)", () => {
    const inTime = back(anAction("contact-made", "2026-11-21T21:15:00Z"));
    expect(dutyAt(inTime, "letter-sent", LATER)).toBeUndefined();
    const after = back(tried, anAction("contact-made", "2026-11-23T09:00:00Z"));
    expect(dutyAt(after, "letter-sent", LATER)).toMatchObject({
      state: "not-required",
      reason: "contact made",
    });
    expect(shortly(inShort(mailsUntil(after, LATER), "TOR-17"))).toEqual(["2026-11-21T21:15:00Z told"]);
  });

  it("TOR-17, ALL-01, ALL-11: nobody gives up before the letter has gone; after it the reason is kept (1.7)", () => {
    const nil = anAction("nil-return", "2026-12-10T10:00:00Z", { reason: "no answer to anything" });
    expect(refusedBy(back(), nil)).toEqual(["TOR-17 (1.7)"]);
    expect(dutyAt(back(), "return-interview", nil.at)?.state).toBe("open");
    const sent = back(anAction("letter-sent", "2026-11-25T10:00:00Z"));
    expect(refusedBy(sent, nil)).toEqual([]);
    expect(dutyAt(storyOf([...sent.events, nil]), "return-interview", nil.at)).toMatchObject({
      state: "missed",
      reason: "missed by 22 days: no answer to anything",
    });
  });
});
