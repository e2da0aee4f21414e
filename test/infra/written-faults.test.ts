import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { readAuthority, unfollowedDocuments } from "../../infra/read-authority.ts";

const document = `title: Missing children procedure
source: procedure
file: procedure.txt
clauses:
  "5.4": Meetings
  "5.10": Interviews

conditions:
  worker away: { lastRecorded: allocate, with: { absent: true } }

rules:
  - id: "04"
    duty: meeting
    clause: "5.4"
    title: Hold the meeting
    act: Hold it and record it.
    ladder: while-missing
    when: [{ compact: missing }, worker away]
    owner: manager if worker away, else team
    due: missing + 3d
    tells: The meeting is asked for.
    rungs:
      - { at: limit, to: manager, says: It is due. }
      - { at: +1d, every: 1d, says: It is overdue. }
    endedBy: { meeting-held: { meeting: strategy } }
    excusedBy: exempt until exemption-lifted
form:
  - { id: account, title: What the child says, clause: "5.10" }
`;
const profile = `authority: anyshire
name: Anyshire County Council
prefix: ANY
follows: procedure
mail: { ingest: missing@in.anyshire.example, from: sr@anyshire.example, replyTo: team@anyshire.example }
consoleUrl: https://safe-return.anyshire.example
forces:
  - { id: anyforce, name: Anyforce, senderDomains: anyforce.example, mailbox: missing@anyforce.example }
staffDomains: anyshire.example
recipients:
  team: Missing team <team@anyshire.example>
  manager: Team Manager <manager@anyshire.example>
standIns: { allocated-worker: team, line-manager: manager }
quarantine: { role: team, next: manager, afterHours: 2 }
signIn: { issuer: https://login.anyshire.example, clientId: sr, roles: { coordinator: SafeReturn.Coordinator, manager: SafeReturn.Manager } }
`;

/** The faults of the two files, one of them with a text put in another's place; files by their first letters. */
const faultsOf = (from: string, to: string): string[] => changesOf([[from, to]]);

type Changes = readonly (readonly [string, string])[];

const folderOf = (changes: Changes): URL => {
  const folder = mkdtempSync(join(tmpdir(), "written-"));
  for (const room of ["protocols", "profiles"]) mkdirSync(join(folder, room));
  for (const [from] of changes)
    if (!`${document}${profile}`.includes(from)) throw new Error(`neither file has "${from}"`);
  const changed = (text: string) =>
    changes.reduce((whole, [from, to]) => whole.replace(from, () => to), text);
  writeFileSync(join(folder, "protocols", "procedure.yaml"), changed(document));
  writeFileSync(join(folder, "profiles", "anyshire.yaml"), changed(profile));
  return pathToFileURL(join(folder, "profiles/"));
};

const changesOf = (changes: Changes): string[] => {
  const read = readAuthority("anyshire", folderOf(changes));
  return read.ok
    ? []
    : read.error.map((fault) =>
        fault.replace("infra/protocols/procedure.yaml", "D").replace("infra/profiles/anyshire.yaml", "P"),
      );
};

const after = "; what comes after is checked once this is put right";

it("the two files are in order as they stand", () => expect(faultsOf("title", "title")).toEqual([]));

describe("a fault is said with file, line, field, rule, clause and what to write instead", () => {
  it.each([
    // YAML
    [
      "\n    title: Hold",
      "\n    duty: other\n    title: Hold",
      'D:15: "duty" stands twice in one entry, first on line 13: keep one',
    ],
    [
      "title: Missing",
      "\uFEFFtitle: Missing",
      "D:1: begins with an invisible byte-order mark: save it as UTF-8 without one (no BOM)",
    ],
    ["    act: Hold", "\tact: Hold", `D:16: begins with a tab: indent with spaces${after}`],
    [
      "act: Hold it and",
      "act: Hold: it and",
      `D:16: has a second ": " on its line, or is indented too far: a text with ": " stands in quotes${after}`,
    ],
    [
      "says: It is due. }",
      "says: It is due.",
      `D:24: is not indented as what it belongs to, or a [ lacks its ], a { its }${after}`,
    ],
    ["act: Hold it", "act: *Hold it", 'D:16: "*Hold" is no text: put it in quotes if it begins with "*"'],
    ['"5.10": Interviews', "5.10: Interviews", 'D:6: a number as a name stands in quotes: "5.10"'],
    // shapes
    [
      "title: Hold the meeting",
      "tittle: Hold the meeting",
      'D:15: tittle (ANY-04, clause 5.4): is not a field that is known here; "title" is meant',
    ],
    [
      "excusedBy:",
      "excuseBy:",
      'D:26: excuseBy (ANY-04, clause 5.4): is not a field that is known here; did you mean "excusedBy"?',
    ],
    [
      "every: 1d,",
      "evry: 1d,",
      'D:24: rungs.1.evry (ANY-04, clause 5.4): is not a field that is known here; did you mean "every"?',
    ],
    ['clause: "5.4"', "clause: 5.40", 'D:14: clause (ANY-04, clause ?): has to be in quotes: "5.40"'],
    ['id: "04"', "id: 04", 'D:12: rules.0.id: has to be in quotes: "04"'],
    [
      "    act: Hold it and record it.",
      "    act:",
      "D:16: act (ANY-04, clause 5.4): is left empty: write it, or take the line away",
    ],
    ["    act: Hold it and record it.\n", "", "D:12: act (ANY-04, clause 5.4): is missing"],
    [
      "ladder: while-missing",
      "ladder: while-mising",
      'D:17: ladder (ANY-04, clause 5.4): has to be "while-missing", not "while-mising"',
    ],
    [
      "missing + 3d",
      "missing+3 days",
      'D:20: due (ANY-04, clause 5.4): has to be an anchor, " + " and an amount, such as "returned + 72h", "notified + 0wd" (the same working day) or "notified + 1wd at 09:15"; the anchors are missing, reported, notified, found, returned, found-notified, referred, interviewed, record-received, previous-review, placed, noticed, created',
    ],
    [
      "at: +1d",
      "at: a day later",
      'D:24: rungs.1.at (ANY-04, clause 5.4): has to be "created", "created + 1h" (after the duty arose), "limit", "-24h" (before the limit), "+1d" (after it) or "+1d at 08:30" (on that day)',
    ],
    [
      "every: 1d",
      "every: daily",
      'D:24: rungs.1.every (ANY-04, clause 5.4): has to be an amount and its unit, such as "24h", "3d", "2wd" (working days) or "1wk"',
    ],
    [
      "{ compact: missing }",
      "{ compact: missing, care: looked-after }",
      'D:18: when.0 (ANY-04, clause 5.4): "compact" and "care" are two things: write each in { } of its own, one after the other in [ ]',
    ],
    [
      "{ compact: missing }",
      "{ compakt: missing }",
      'D:18: when.0.compakt (ANY-04, clause 5.4): is not a field that is known here; "compact" is meant',
    ],
    [
      "{ compact: missing }",
      "{ compact: lost }",
      "D:18: when.0.compact (ANY-04, clause 5.4): has to be one of missing, found, update, cancelled, absent",
    ],
    [
      "duty: meeting\n",
      "duty: The Meeting\n",
      'D:13: duty (ANY-04, clause 5.4): has to be small letters with hyphens, such as "return-interview"',
    ],
    [
      "exempt until",
      "exempt untill",
      'D:26: excusedBy (ANY-04, clause 5.4): has to be what a person records, such as "interview-held", "contact-made by ROLE" or "exempt until exemption-lifted"; the table of actions in infra/profiles/README.md has them all',
    ],
    [
      "Missing team <team@anyshire.example>",
      "team@anyshire.example",
      'P:11: recipients.team: has to be a name and its mailbox, such as "Team Manager <team-manager@council.example>"; several with ", "',
    ],
    ["prefix: ANY", "prefix: any", "P:3: prefix: has to be three capital letters"],
    [
      "ingest: missing@in.anyshire.example",
      "ingest: missing",
      "P:5: mail.ingest: has to be an e-mail address",
    ],
    ["afterHours: 2", 'afterHours: "2"', "P:14: quarantine.afterHours: has to be a number"],
    // what belongs together
    [
      "when: [{ compact: missing }, worker away]",
      "when: [{ compact: missing }, worker awy]",
      'D:18: when.1 (ANY-04, clause 5.4): no condition is called "worker awy"; did you mean "worker away"?',
    ],
    [
      "if worker away",
      "if nobody is there",
      'D:19: owner (ANY-04, clause 5.4): no condition is called "nobody is there": write it under "conditions"',
    ],
    [
      "follows: procedure",
      "follows: procedur",
      'P:4: follows: infra/protocols has no "procedur.yaml"; did you mean "procedure"?',
    ],
    [
      "prefix: ANY",
      "prefix: ANY\nleavesOut: { metting: not ours }",
      'P:4: leavesOut.metting: no rule of the documents it follows has this duty; did you mean "meeting"?',
    ],
    [
      "prefix: ANY",
      "prefix: ANY\nchanges:\n  meeting:\n    due: missing + 3",
      'P:6: due (ANY-04, clause 5.4): has to be an anchor, " + " and an amount, such as "returned + 72h", "notified + 0wd" (the same working day) or "notified + 1wd at 09:15"; the anchors are missing, reported, notified, found, returned, found-notified, referred, interviewed, record-received, previous-review, placed, noticed, created',
    ],
    [
      'id: "04"',
      "id: OTH-04",
      'D:12: id (OTH-04, clause 5.4): is "OTH-04", and this authority\'s prefix is "ANY"',
    ],
    [
      "{ at: limit, to",
      '{ at: limit, rule: OTH-05, clause: "5.4", to',
      'D:23: rungs.0.rule (ANY-04, clause 5.4): is "OTH-05", and this authority\'s prefix is "ANY"',
    ],
    // what it means
    ['clause: "5.4"', 'clause: "5.5"', 'D:14: clause (ANY-04, clause 5.5): the source has no clause "5.5"'],
    ['clause: "5.10"', 'clause: "5.11"', 'D:28: form.0.clause: the source has no clause "5.11"'],
    ["to: manager", "to: nobody", 'D:23: rungs.0.to (ANY-04, clause 5.4): role "nobody" has no recipient'],
    ["else team", "else crew", 'D:19: owner (ANY-04, clause 5.4): role "crew" has no recipient'],
    [
      "meeting: strategy",
      "meeting: stratergy",
      'D:25: endedBy (ANY-04, clause 5.4): can never be: "meeting" of "meeting-held" is never "stratergy"; did you mean "strategy"?',
    ],
    ["next: manager", "next: boss", 'P:14: quarantine.next: role "boss" has no recipient'],
    [
      "prefix: ANY",
      "prefix: ANY\nchanges:\n  meeting:\n    rungs: [{ at: limit, to: nobody, says: Due. }]",
      'P:6: rungs.0.to (ANY-04, clause 5.4): role "nobody" has no recipient',
    ],
  ])("%j → %j", (from, to, fault) => expect(faultsOf(from, to)).toEqual([fault]));

  it("all faults at once, of both files, each once", () => {
    const changes = [
      ["duty: meeting\n", "duty: The Meeting\n"],
      ["to: manager", "to: nobody"],
      ['clause: "5.10"', 'clause: "5.11"'],
      ["next: manager", "next: boss"],
    ] as const;
    expect(changesOf(changes).map((fault) => fault.split(":").slice(0, 3).join(":"))).toEqual([
      "D:13: duty (ANY-04, clause 5.4)",
      "P:14: quarantine.next",
      "D:28: form.0.clause",
    ]);
  });

  it("a fault of the whole file keeps none of its parts from being checked", () => {
    const changes = [
      ["title: Missing", "\uFEFFtitle: Missing"],
      ["to: manager", "to: nobody"],
    ] as const;
    expect(changesOf(changes)).toEqual([
      "D:1: begins with an invisible byte-order mark: save it as UTF-8 without one (no BOM)",
      'D:23: rungs.0.to (ANY-04, clause 5.4): role "nobody" has no recipient',
    ]);
  });

  it.each([
    ["rules:\n", "ruls:\n", 'D:11: ruls: is not a field that is known here; did you mean "rules"?'],
    ["conditions:\n  worker away:", "conditions: [a]\n#", "has to be an object in { }"],
    [document, "", "D:1: is empty"],
    [profile, "- a\n", "P:1: has to be an object in { }"],
  ])("nor is anything untrue said of what stands on it: %#", (from, to, fault) => {
    const [first, second, ...others] = faultsOf(from, to);
    expect(first).toContain(fault);
    expect(second).toMatch(/everything else is checked once this is put right$|is not a field that is known/);
    expect(others.length).toBeLessThan(3);
  });

  it.each([
    [
      '\n  - id: "04"',
      '\n  - just a text\n  - id: "04"',
      "D:12: rules.0: has to have fields of its own, such as id, clause and says",
    ],
    [
      "\n    excusedBy",
      "\n    excusedBy: { exmpt: {} } #",
      'D:26: excusedBy.exmpt (ANY-04, clause 5.4): is not a field that is known here; did you mean "exempt"?',
    ],
    [
      "worker away: { lastRecorded: allocate,",
      "worker away: { lastRecorded: alocate,",
      'D:9: conditions.worker away.lastRecorded: has to be "allocate", not "alocate"',
    ],
    [
      "name: Anyshire",
      "name: !secret Anyshire",
      'P:2: "!secret" is no text: put it in quotes if it begins with "!"',
    ],
    ["prefix: ANY\n", "", "P:1: prefix: is missing"],
    [
      "follows: procedure",
      "follows: procedure\nchanges:\n  meeting:",
      "P:6: changes.meeting: is left empty: write it, or take the line away",
    ],
  ])("once, where it stands: %j → %j", (from, to, fault) => expect(faultsOf(from, to)).toEqual([fault]));

  it("a document that no authority follows is named", () => {
    expect(unfollowedDocuments()).toEqual([]);
    expect(unfollowedDocuments(folderOf([["follows: procedure", "follows: []"]]))).toEqual([
      "infra/protocols/procedure.yaml: no authority follows it, so it is not checked",
    ]);
  });

  it("what cannot be checked yet is said", () => {
    expect(faultsOf("recipients:", "recipient:")).toEqual([
      'P:10: recipient: is not a field that is known here; "recipients" is meant',
      "P:1: everything else is checked once this is put right",
    ]);
  });
});
