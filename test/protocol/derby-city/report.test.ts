import { describe, expect, it } from "vitest";
import type { ActionEvent } from "../../../functions/domain/episode/events.ts";
import { anAction, aRung } from "../../builders/events.ts";
import { derbyCity } from "../../builders/profiles.ts";
import { dutyAt, inShort, mailsUntil, refusedBy } from "../../builders/timetable.ts";
import { allocate, found, missing, storyOf } from "./daniel.ts";

const held = anAction("interview-held", "2026-11-19T10:00:00Z", {
  method: "face-to-face",
  independent: true,
});
const allSections = Object.fromEntries(derbyCity.form.map(({ id }) => [id, `About ${id}.`]));
const record = (sections = allSections) =>
  anAction("written-record", "2026-11-19T14:00:00Z", { writtenToChild: true, sections });
const signOff = (at = "2026-11-20T09:00:00Z") =>
  anAction("sign-off", at, { nextSteps: "safety plan" }, "manager");
const episodeWith = (...actions: ActionEvent[]) => storyOf([missing(), allocate(), found(), ...actions]);
const signed = episodeWith(held, record(), signOff());

describe("signing off and sending", () => {
  it("DER-25: the line manager is asked to sign as soon as the interview is held (6.7, 8)", () => {
    expect(inShort(mailsUntil(episodeWith(held), "2026-11-19T10:00:00Z"), "DER-25")).toEqual([
      "2026-11-19T10:00:00Z told -> omar@derby.example",
    ]);
  });

  it("DER-25, DER-07, DER-08: nothing is sent before the sign-off (6.7, 8)", () => {
    const mails = mailsUntil(signed, "2026-11-20T08:59:59Z");
    expect([...inShort(mails, "DER-07"), ...inShort(mails, "DER-08")]).toEqual([]);
    expect(refusedBy(episodeWith(held, record()), anAction("distributed", "2026-11-19T16:00:00Z"))).toEqual([
      "DER-25 (6.7, 8)",
    ]);
  });

  it("DER-07: then the copy goes to the runaways mailbox, once, with the interview (F)", () => {
    const mails = mailsUntil(signed, "2026-12-20T00:00:00Z");
    expect(inShort(mails, "DER-07")).toEqual(["2026-11-20T09:00:00Z send -> runaways@derby.gov.uk"]);
    expect(mails.find((m) => m.rule === "DER-07")?.letter.attachments?.[0]?.content).toContain(
      "About child-account.",
    );
  });

  it.each([
    ["exactly at 72 hours it is in time", "2026-11-21T07:25:00Z", "done"],
    ["a second after it is late", "2026-11-21T07:25:01Z", "late-done"],
  ])("DER-07: sent %s (F)", (_when, at, state) => {
    const story = episodeWith(held, record(), signOff(at));
    const sent = storyOf([...story.events, aRung("runaways-copy", "send", at)]);
    expect(dutyAt(sent, "runaways-copy", "2026-11-22T00:00:00Z")?.state).toBe(state);
  });

  it("DER-08: and to the Neighbourhood Safeguarding Team and the locality Runaways worker (F; 6.7)", () => {
    expect(inShort(mailsUntil(signed, "2026-12-20T00:00:00Z"), "DER-08")).toEqual([
      "2026-11-20T09:00:00Z send -> neighbourhood-safeguarding@derbyshire-police.example, locality-runaways@derby.example",
    ]);
    expect(dutyAt(signed, "police-copy", "2026-11-20T09:00:00Z")?.dueAt).toBeUndefined();
  });

  it("DER-25, DER-07: unsigned as the limit nears, the manager and then the next are alerted (6.7, 8; F)", () => {
    const mails = mailsUntil(episodeWith(held, record()), "2026-11-22T08:30:00Z").filter(
      (m) => m.duty === "sign-off",
    );
    expect(mails.map((m) => `${m.at} ${m.rule} ${m.rung} -> ${m.letter.to.join(", ")}`)).toEqual([
      "2026-11-19T10:00:00Z DER-25 told -> omar@derby.example",
      "2026-11-20T19:25:00Z DER-25 reminder -> omar@derby.example",
      "2026-11-21T07:25:00Z DER-07 limit -> omar@derby.example",
      "2026-11-22T08:30:00Z DER-25 escalate-1 -> head-of-service@derby.example",
    ]);
  });

  it.each(Object.keys(allSections).filter((id) => id !== "exploitation"))(
    'DER-28: with "%s" empty the sign-off is refused, nothing changed (6.7, app. 3)',
    (id) => {
      const story = episodeWith(held, record({ ...allSections, [id]: "" }));
      expect(refusedBy(story, signOff())).toEqual(["DER-28 (6.7, app. 3)"]);
      expect(dutyAt(story, "sign-off", "2026-11-20T09:00:00Z")?.state).toBe("open");
    },
  );

  it("DER-28: the exploitation section is asked only where there is concern (6.7, app. 3)", () => {
    const without = record({ ...allSections, exploitation: "" });
    const concerned = { ...held, data: { ...held.data, concerns: { exploitation: true } } };
    expect(refusedBy(episodeWith(held, without), signOff())).toEqual([]);
    expect(refusedBy(episodeWith(concerned, without), signOff())).toEqual(["DER-28 (6.7, app. 3)"]);
    expect(refusedBy(episodeWith(concerned, record()), signOff())).toEqual([]);
  });

  it("DER-28: the form asks for the child's and the parent's or carer's account apart (6.7, app. 3)", () => {
    expect(derbyCity.form.map((s) => s.id)).toEqual([
      "child-account",
      "exploitation",
      "return-home",
      "parent-carer",
    ]);
    expect(refusedBy(episodeWith(held, record()), signOff())).toEqual([]);
  });

  it("DER-28: the form's topics are appendix 3's, section by section (6.7, app. 3)", () => {
    const topics = derbyCity.form.map((s) => s.topics?.join("\n") ?? "");
    const asked = [
      [
        /led up/,
        /left/,
        /slept/,
        /message/,
        /paid/,
        /presents/,
        /drugs/i,
        /self-harm/i,
        /boyfriend/,
        /could have left/,
      ],
      [/sexual/, /contraception/, /feel about it/],
      [/came back/, /treated/, /differently/, /cope/, /need not go again/, /helpline/],
      [
        /apart from the child/,
        /boundaries/,
        /account for/,
        /school attendance/i,
        /social media/i,
        /not told of/,
      ],
    ];
    for (const [i, words] of asked.entries()) for (const word of words) expect(topics[i]).toMatch(word);
    expect(derbyCity.form.every((s) => s.clause === "6.7, app. 3" && s.source === "protocol")).toBe(true);
  });

  it("DER-34: our child living elsewhere: the signed interview is copied to the host authority (6.8)", () => {
    const placed = anAction("placed-elsewhere", "2026-11-16T12:00:00Z", { hostAuthority: "Nottingham" });
    expect(dutyAt(episodeWith(placed, held, record()), "host-copy", "2026-11-20T09:00:00Z")).toBeUndefined();
    expect(
      dutyAt(episodeWith(placed, held, record(), signOff()), "host-copy", "2026-11-20T09:00:00Z")?.state,
    ).toBe("open");
    expect(dutyAt(signed, "host-copy", "2026-11-20T09:00:00Z")).toBeUndefined();
  });

  it("DER-34: a child at risk placed elsewhere: the host's lead is told within 24 hours (6.8)", () => {
    const placed = anAction("placed-elsewhere", "2026-11-16T12:00:00Z", {
      hostAuthority: "Nottingham",
      atRiskOfMissing: true,
    });
    expect(inShort(mailsUntil(episodeWith(placed), "2026-11-17T12:00:00Z"), "host-told")).toEqual([
      "2026-11-16T12:00:00Z told -> grace@derby.example",
      "2026-11-17T12:00:00Z limit -> grace@derby.example, omar@derby.example",
    ]);
  });
});
