import { describe, expect, it } from "vitest";
import { actionNames } from "../../../functions/domain/episode/action-names.ts";
import { type Lab, openLab } from "../../../localstack/lab/api.ts";
import { eventView } from "../../../localstack/lab/episode/episode.ts";
import { LabError, unknownEpisode, unknownMail } from "../../../localstack/lab/errors.ts";
import { runLab } from "../../../localstack/lab/main.ts";
import { labSettings } from "../../../localstack/lab/stack/settings.ts";
import { anAction, aRung, missingCompact } from "../../builders/events.ts";

const stopped = labSettings({ SAFE_RETURN_LAB_STATE: "/tmp/no-lab-runs-here", SAFE_RETURN_LAB_PORT: "4999" });

/** A lab of which only what a test says answers. */
const fakeLab = (answers: Partial<Lab>): Lab => ({
  ...openLab(stopped),
  requireUp: async () => {},
  ...answers,
});

const run = async (args: string[], lab: Lab = openLab(stopped)) => {
  const said = { out: "", err: "" };
  const out = (text: string) => {
    said.out += text;
  };
  const err = (text: string) => {
    said.err += text;
  };
  const code = await runLab(args, { out, err }, () => lab);
  return { code, ...said };
};

describe("a bad argument is one sentence and exit 2", () => {
  it.each([
    [[]],
    [["dance"]],
    [["episodes", "--loud"]],
    [["send"]],
    [["send", "/no/such/file.eml"]],
    [["send", "package.json", "--receipt", "/no/such/receipt.json"]],
    [["send", "package.json", "--receipt", "README.md"]],
    [["clock", "dance"]],
    [["clock", "advance", "soon"]],
    [["clock", "advance", "1h", "2h"]],
    [["clock", "to", "tomorrow"]],
    [["up", "--at", "tomorrow"]],
    [["up", "--authority", "nowhere"]],
    [["episode"]],
    [["episode", ""]],
    [["clock", "to", "2026-11-31T00:00Z"]],
    [["up", "--at", "2026-02-30T00:00Z"]],
    [["send", "package.json", "--receipt", "package.json"]],
    [["record", "MP/1"]],
    [["record", "MP/1", "dance"]],
    [["record", "MP/1", "note", "--data", "{text"]],
    [["record", "MP/1", "note", "--data", '{"text":1}']],
    [["record", "MP/1", "note", "--data", '{"text":"x"}', "--at", "noon"]],
    [["outbox", "last"]],
    [["outbox", "0"]],
    [["quarantine", "dance"]],
    [["quarantine", "release"]],
    [["quarantine", "release", "m", "--data", "{kind"]],
    [["quarantine", "attach", "m"]],
    [["quarantine", "discard", "m"]],
    [["quarantine", "discard", "m", "--by", "manager"]],
    [["quarantine", "discard", "m", "--reason", "x"]],
    [["quarantine", "discard", "m", "--reason", "x", "--by", " "]],
    [["quarantine", "release", "", "--by", "manager"]],
    [["quarantine", "pass-on", "m", "--by", "manager"]],
    [["quarantine", "ask", "m"]],
    [["quarantine", "release", "m", "--by", "manager", "--data", "null"]],
    [["quarantine", "release", "m", "--by", "manager", "--data", "[]"]],
    [["episodes", "--authority", "a", "--authority", "b"]],
  ])("%j", async (args) => {
    const { code, out, err } = await run(args);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe("with --json", () => {
  it("a line without a command is told so in JSON too", async () => {
    const { code, out, err } = await run(["--json"]);
    expect({ code, err }).toEqual({ code: 2, err: "Say a command; --help lists them.\n" });
    expect(JSON.parse(out)).toEqual({ error: "Say a command; --help lists them." });
  });

  it.each([[["--help"]], [["quarantine", "--help"]], [["quarantine", "release", "--help"]]])(
    "the help of %j is one JSON value",
    async (args) => {
      const { code, out } = await run([...args, "--json"]);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toEqual({ help: expect.stringMatching(/^Usage: lab/) });
      expect((await run(args)).out).toMatch(/^Usage: lab/);
    },
  );
});

describe("a lab that is not up", () => {
  it("says how to start it, with exit 1", async () => {
    const { code, err } = await run(["episodes"]);
    expect(code).toBe(1);
    expect(err).toBe("The lab is not up: start it with npm start or npm run lab -- up.\n");
  });
});

describe("what a command comes to", () => {
  it("is exit 3 for an unknown episode", async () => {
    const lab = fakeLab({
      episode: async (reference) => {
        throw unknownEpisode(reference);
      },
    });
    const { code, out, err } = await run(["episode", "MP/1", "--json"], lab);
    expect(code).toBe(3);
    expect(err).toBe("No episode is known by the reference MP/1.\n");
    expect(JSON.parse(out)).toEqual({ outcome: "unknown-episode", reference: "MP/1" });
  });

  it("is exit 1 and the clause for a refused action", async () => {
    const lab = fakeLab({
      record: async () => {
        throw new LabError("Refused. LEI-05, clause 4: face to face.", { answer: { outcome: "refused" } });
      },
    });
    const { code, out, err } = await run(
      ["record", "MP/1", "interview-held", "--data", '{"method":"telephone"}', "--json"],
      lab,
    );
    expect(code).toBe(1);
    expect(err).toContain("clause 4");
    expect(JSON.parse(out)).toEqual({ outcome: "refused" });
  });

  it("is one JSON value on stdout and nothing else with --json", async () => {
    const lab = fakeLab({
      quarantine: async () => [
        { mailId: "m", reasons: ["empty"], receivedAt: "2026-11-16T02:10:00Z", waiting: 0 },
      ],
    });
    const { code, out, err } = await run(["quarantine", "--json"], lab);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toEqual([
      { mailId: "m", reasons: ["empty"], receivedAt: "2026-11-16T02:10:00Z", waiting: 0 },
    ]);
  });

  it("is a table in London's time for a person", async () => {
    const lab = fakeLab({
      quarantine: async () => [
        { mailId: "m", reasons: ["empty"], receivedAt: "2026-07-16T02:10:00Z", waiting: 2 },
      ],
    });
    expect((await run(["quarantine"], lab)).out).toContain("Thu 16 Jul 03:10");
  });

  it("hands on what was recorded, when and by whom", async () => {
    const asked: unknown[] = [];
    const lab = fakeLab({
      record: async (...request) => {
        asked.push(request);
        return { outcome: "recorded", episodeId: "ep-1", events: 2 };
      },
    });
    const args = [
      "record",
      "MP/1",
      "note",
      "--data",
      '{"text":"x"}',
      "--by",
      "worker",
      "--at",
      "2026-11-16T10:00Z",
    ];
    await run([...args, "--authority", "derby-city"], lab);
    expect(asked).toEqual([
      [
        {
          reference: "MP/1",
          action: "note",
          data: { text: "x" },
          by: "worker",
          at: "2026-11-16T10:00:00.000Z",
        },
        "derby-city",
      ],
    ]);
  });
});

describe("the mails sent", () => {
  const mail = {
    at: "2026-07-16T02:10:00Z",
    to: ["a@anyshire.example"],
    subject: "MP/1: Triage (LEI-01, clause 1)",
    rule: "LEI-01",
    episode: "MP/1",
    text: "Triage\nThe child is missing.\n",
  };
  const other = { ...mail, subject: "MP/2: Triage (LEI-01, clause 1)", text: "Another child.\n" };
  const lab = fakeLab({ outbox: async () => [mail, other] });

  it("are a list with numbers", async () => {
    const { out } = await run(["outbox"], lab);
    expect(out).toMatch(/^1 {3}Thu 16 Jul 03:10 {2}LEI-01 {2}a@anyshire\.example {2}MP\/1: Triage/m);
    expect(out).not.toContain("The child is missing.");
  });

  it("can be read in full, all of them or one", async () => {
    const all = (await run(["outbox", "--text"], lab)).out;
    expect(all).toContain("To:      a@anyshire.example\nSubject: MP/1: Triage");
    expect(all).toContain("The child is missing.");
    expect(all).toContain("Another child.");
    const one = (await run(["outbox", "2"], lab)).out;
    expect(one).toContain("Another child.");
    expect(one).not.toContain("The child is missing.");
  });

  it("stay a list for a machine", async () => {
    expect(JSON.parse((await run(["outbox", "--text", "--json"], lab)).out)).toEqual([mail, other]);
    expect(JSON.parse((await run(["outbox", "2", "--json"], lab)).out)).toEqual([other]);
  });

  it("are told apart from one that was never sent", async () => {
    const { code, err } = await run(["outbox", "3"], lab);
    expect({ code, err }).toEqual({ code: 2, err: "There is no mail 3: 2 were sent.\n" });
  });
});

describe("episodes", () => {
  it("say what comes next in them", async () => {
    const one = {
      id: "ep-1",
      reference: "MP/1",
      status: "missing",
      startAt: "2026-11-14T21:30:00Z",
    } as const;
    const next = {
      kind: "mail",
      at: "2026-11-16T21:30:00Z",
      rule: "LEI-03",
      duty: "talk",
      rung: "told",
    } as const;
    const lab = fakeLab({
      episodesAhead: async () => [
        { ...one, nextRungAt: next.at, next },
        {
          ...one,
          reference: "MP/2",
          nextRungAt: null,
          next: { ...next, kind: "no-limit", at: null, rung: null },
        },
        { ...one, reference: "MP/3", nextRungAt: null, next: null },
      ],
    });
    const { out } = await run(["episodes"], lab);
    expect(out).toContain('Mon 16 Nov 21:30  LEI-03 talk: mail "told"');
    expect(out).toMatch(/MP\/2 .* LEI-03 talk: open, no limit$/m);
    expect(out).toMatch(/MP\/3 .* nothing$/m);
  });

  it("say of each event who did it, and of each mail which rung of which rule it was and whom it went to", async () => {
    const events = [
      missingCompact(),
      anAction("interview-held", "2026-11-16T10:00:00Z", { method: "face-to-face" }),
      aRung("return-interview", "reminder", "2026-11-16T11:00:00Z", ["a@anyshire.example"]),
    ].map(eventView);
    const duty = {
      rule: "LEI-04",
      duty: "return-interview",
      clause: "intro",
      dueAt: "2026-11-18T08:00:00Z",
      state: "late-done",
      reason: "she asked for Thursday",
      rungsFired: ["told"],
    } as const;
    const view = { id: "ep-1", reference: "MP/1", status: "returned", profile: "p", events } as const;
    const lab = fakeLab({ episode: async () => ({ ...view, duties: [{ ...duty, rungsFired: ["told"] }] }) });
    const { out } = await run(["episode", "MP/1"], lab);
    expect(out).toMatch(/^Mon 16 Nov 10:00 {2}interview held, by /m);
    expect(out).toMatch(/ mail \S+ return-interview "reminder" to a@anyshire\.example$/m);
    expect(out).toMatch(/ late-done +told +she asked for Thursday$/m);
  });
});

describe("a decision about a mail that waits", () => {
  it.each([
    [
      ["release", "m", "--data", '{"dateOfBirth":"2011-03-09"}', "--by", "manager"],
      { decision: "release", mailId: "m", data: { dateOfBirth: "2011-03-09" }, by: "manager" },
    ],
    [
      ["attach", "m", "MP/1", "--by", "manager", "--data", '{"waiting":2}'],
      { decision: "attach", mailId: "m", reference: "MP/1", by: "manager", data: { waiting: 2 } },
    ],
    [
      ["discard", "m", "--reason", "an advertisement", "--by", "manager"],
      { decision: "discard", mailId: "m", reason: "an advertisement", by: "manager" },
    ],
    [
      ["pass-on", "m", "service-manager", "--reason", "it is theirs", "--by", "manager"],
      {
        decision: "pass-on",
        mailId: "m",
        reason: "it is theirs",
        by: "manager",
        data: { to: "service-manager" },
      },
    ],
    [
      ["ask", "m", "--force", "one", "--by", "manager"],
      { decision: "ask", mailId: "m", by: "manager", data: { force: "one" } },
    ],
    [["ask", "m", "--by", "manager"], { decision: "ask", mailId: "m", by: "manager", data: {} }],
  ])("%j is handed on, and answered with what became of the mail", async (args, expected) => {
    const asked: unknown[] = [];
    const lab = fakeLab({
      decide: async (...request) => {
        asked.push(...request);
        return { outcome: "released", mailId: "m", episodes: ["MP/1"] };
      },
    });
    const { code, out } = await run(["quarantine", ...args, "--authority", "derby-city", "--json"], lab);
    expect(code).toBe(0);
    expect(asked).toEqual([expected, "derby-city"]);
    expect(JSON.parse(out)).toEqual({ outcome: "released", mailId: "m", episodes: ["MP/1"] });
  });

  it("is exit 3 for a mail nobody knows", async () => {
    const lab = fakeLab({
      decide: async ({ mailId }) => {
        throw unknownMail(mailId);
      },
    });
    const { code, err } = await run(["quarantine", "discard", "m", "--reason", "x", "--by", "y"], lab);
    expect({ code, err }).toEqual({ code: 3, err: "No mail is known by the id m.\n" });
  });
});

describe("what was decided", () => {
  const waited = { mailId: "m", reasons: ["empty"], receivedAt: "2026-07-16T02:10:00Z", waiting: 0 };
  const decision = {
    kind: "discarded",
    by: "manager",
    at: "2026-07-16T03:00:00Z",
    reason: "a drill",
  } as const;
  const lab = fakeLab({
    quarantine: async () => [{ ...waited, mailId: "n" }],
    decided: async () => [{ ...waited, decision }],
  });

  it("is listed with --all, a discard too: who, when and why", async () => {
    const { out } = await run(["quarantine", "--all"], lab);
    expect(out).toMatch(/ n +none read +empty$/m);
    expect(out).toMatch(/ m +discarded by manager, Thu 16 Jul 04:00; a drill +empty$/m);
    expect(JSON.parse((await run(["quarantine", "--all", "--json"], lab)).out)).toEqual([
      { ...waited, mailId: "n", decision: null },
      { ...waited, decision },
    ]);
  });

  it("is not among what waits", async () => {
    expect((await run(["quarantine"], lab)).out).not.toContain("discarded");
  });

  it("shows in the episode: by whom, why, and which fields are the person's", async () => {
    const released = {
      by: "manager",
      at: "2026-11-15T00:00:00Z",
      reason: "rang the force",
      corrected: ["surname"],
    };
    const note = anAction("note", "2026-11-16T10:00:00Z", { text: "The mail m was attached." });
    const events = [
      {
        ...missingCompact(),
        mailId: "m",
        released: { ...released, confirmed: false, sameChild: true as const },
      },
      { ...note, data: { ...note.data, mailId: "m", reason: "a photograph" } },
    ].map(eventView);
    expect(events[0]).toMatchObject({ mailId: "m", by: "manager", corrected: ["surname"], sameChild: true });
    const view = { id: "ep-1", reference: "MP/1", status: "returned", profile: "p", events } as const;
    const { out } = await run(
      ["episode", "MP/1"],
      fakeLab({ episode: async () => ({ ...view, duties: [] }) }),
    );
    expect(out).toContain(
      "missing, released by manager Sun 15 Nov 00:00: rang the force; corrected: surname; the force did not confirm it; said to be the same child",
    );
    expect(out).toMatch(/note: mail attached by \S+: a photograph$/m);
  });
});

describe("record --help", () => {
  it("gives every action's JSON schema", async () => {
    const { code, out } = await run(["record", "--help", "--json"]);
    expect(code).toBe(0);
    const schemas = JSON.parse(out);
    expect(Object.keys(schemas)).toEqual([...actionNames]);
    expect(schemas.allocate).toMatchObject({ type: "object", required: ["worker"] });
  });

  it("marks what may be left out for a person", async () => {
    expect((await run(["record", "--help"])).out).toMatch(/^decline\s+reason, by\?, consentRefused\?$/m);
  });
});
