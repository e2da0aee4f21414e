import { describe, expect, it } from "vitest";
import { faultInWords } from "../../../functions/domain/profile/check/faults.ts";
import { readProfile } from "../../../functions/reading/force-words/read-profile.ts";
import { aRawProfile, aRawRule } from "../../builders/profile.ts";
import { aRawSignIn } from "../../builders/sign-in.ts";

const faultsOf = (raw: unknown): string[] => {
  const read = readProfile(raw);
  return read.ok ? [] : read.error.map(faultInWords);
};
const withRule = (overrides: Record<string, unknown>) => aRawProfile({ rules: [aRawRule(overrides)] });
const rung = (overrides: Record<string, unknown>) => ({
  id: "told",
  from: "created",
  to: ["owner"],
  says: "Told.",
  ...overrides,
});
const guard = (overrides: Record<string, unknown>) =>
  aRawProfile({
    guards: [
      {
        id: "ANY-02",
        clause: "2",
        source: "001",
        actions: ["sign-off"],
        refuseWhen: { always: true },
        says: "No.",
        ...overrides,
      },
    ],
  });

describe("a profile in order has no faults", () => {
  it("the smallest one", () => expect(faultsOf(aRawProfile())).toEqual([]));
});

const { signIn: _signIn, ...unsigned } = aRawProfile();

describe("a fault names its path and, in a rule, the clause", () => {
  it.each<[string, unknown, string]>([
    ["a field that is missing", withRule({ title: undefined }), "rules.0.title (ANY-01, clause 1)"],
    [
      "a field nobody knows",
      withRule({ titel: "x" }),
      "rules.0.titel (ANY-01, clause 1): is not a field that is known here",
    ],
    [
      "a unit nobody knows",
      withRule({ due: [{ anchor: "returned", amount: 3, unit: "weeks" }] }),
      "rules.0.due.0.unit (ANY-01, clause 1)",
    ],
    [
      "an anchor nobody knows",
      withRule({ due: [{ anchor: "birth", amount: 3, unit: "d" }] }),
      "rules.0.due.0.anchor (ANY-01, clause 1)",
    ],
    [
      "an action nobody can record",
      withRule({ endedBy: [{ action: "tea" }] }),
      "rules.0.endedBy.0.action (ANY-01, clause 1)",
    ],
    [
      "a condition nobody understands",
      withRule({ when: { moon: "full" } }),
      "rules.0.when.moon (ANY-01, clause 1)",
    ],
    [
      "a source that is not listed",
      withRule({ source: "999" }),
      'rules.0.source (ANY-01, clause 1): no source "999" in sources',
    ],
    [
      "an owner without a recipient",
      withRule({ owner: [{ role: "mayor" }] }),
      'rules.0.owner.0.role (ANY-01, clause 1): role "mayor" has no recipient',
    ],
    [
      "an owner who may not be one",
      withRule({ owner: [{ role: "coordinator", when: { always: true } }] }),
      "rules.0.owner (ANY-01, clause 1): the last owner may not have a condition: somebody must own it",
    ],
    [
      "a rung to nobody",
      withRule({ rungs: [rung({ to: ["mayor"] })] }),
      'rules.0.rungs.0.to (ANY-01, clause 1): role "mayor" has no recipient',
    ],
    [
      "a rung before a limit that is not set",
      withRule({ due: [], rungs: [rung({ from: "due" })] }),
      "rules.0.rungs.0.from (ANY-01, clause 1): counted from a limit, but the rule sets none",
    ],
    [
      "two rungs of one name",
      withRule({ rungs: [rung({}), rung({})] }),
      "rules.0.rungs (ANY-01, clause 1): two rungs have the same id",
    ],
    [
      "a duty nothing ends",
      withRule({ endedBy: [] }),
      "rules.0.endedBy (ANY-01, clause 1): nothing ends this duty",
    ],
    [
      "a notice without a mail",
      withRule({ notice: true, rungs: [] }),
      "rules.0.rungs (ANY-01, clause 1): a notice without a mail says nothing",
    ],
    [
      "an anchor unknown while missing",
      withRule({ ladder: "while-missing" }),
      'rules.0.due.0.anchor (ANY-01, clause 1): "returned" is not known while missing',
    ],
    [
      "a repetition that never moves on",
      withRule({ rungs: [rung({ every: { amount: 0, unit: "d" } })] }),
      "rules.0.rungs.0.every (ANY-01, clause 1): a repetition needs an amount above zero",
    ],
    [
      "a duty named twice",
      aRawProfile({ rules: [aRawRule(), aRawRule({ id: "ANY-02" })] }),
      'rules.1.duty (ANY-02, clause 1): "return-interview" is named twice',
    ],
    [
      "a stand-in without a recipient",
      aRawProfile({ standIns: { "allocated-worker": "mayor", "line-manager": "coordinator" } }),
      'standIns.allocated-worker: role "mayor" has no recipient',
    ],
    [
      "nobody to ask about a quarantined mail",
      aRawProfile({ quarantine: { role: "mayor", next: "coordinator", afterHours: 1 } }),
      'quarantine.role: role "mayor" has no recipient',
    ],
    [
      "nobody to tell of a force whose mails change",
      aRawProfile({ forceWatch: { role: "mayor" } }),
      'forceWatch.role: role "mayor" has no recipient',
    ],
    [
      "nobody who signs people in to the console",
      unsigned,
      "signIn: missing: nobody could sign in to the console and record what was done",
    ],
    [
      "a role of the console that there is not",
      aRawProfile({ signIn: aRawSignIn({ roles: { mayor: ["Mayor"] } }) }),
      "signIn.roles",
    ],
    [
      "a recipient without an address",
      aRawProfile({ recipients: { coordinator: { name: "x", addresses: [] } } }),
      "recipients.coordinator.addresses: ",
    ],
    [
      "replies to the ingest address",
      aRawProfile({
        mail: { ingest: "a@anyshire.example", from: "b@anyshire.example", replyTo: "a@anyshire.example" },
      }),
      "mail.replyTo: a reply may not go to the address that reads compacts",
    ],
    [
      "a guard's source that is not listed",
      guard({ source: "999" }),
      'guards.0.source (ANY-02, clause 2): no source "999" in sources',
    ],
    [
      "a guard after a duty that does not exist",
      guard({ refuseWhen: { after: "tea" } }),
      'guards.0.refuseWhen (ANY-02, clause 2): no duty is called "tea"',
    ],
    [
      "a guard on a section that does not exist",
      guard({ refuseWhen: { not: { all: [{ sectionsEmpty: ["99"] }] } } }),
      'guards.0.refuseWhen.not.all.0 (ANY-02, clause 2): the form has no section "99"',
    ],
    ["a guard's clause that is empty", guard({ clause: "" }), "guards.0.clause"],
  ])("%s", (_what, raw, expected) => {
    expect(faultsOf(raw).filter((fault) => fault.startsWith(expected))).toHaveLength(1);
  });

  it("every fault is given, not the first alone", () => {
    expect(faultsOf(withRule({ source: "999", endedBy: [], owner: [{ role: "mayor" }] }))).toHaveLength(3);
  });

  const { title: _t, id: _i, clause: _c, ...rest } = aRawRule();
  it.each<[string, Record<string, unknown>, string]>([
    ["title", { id: "ANY-01", clause: "1", titel: "x" }, "titel"],
    ["id", { idd: "ANY-01", clause: "1", title: "x" }, "idd"],
    ["clause", { id: "ANY-01", cluase: "1", title: "x" }, "cluase"],
  ])("a misspelt %s is one fault, with rule and clause", (meant, named, key) => {
    expect(faultsOf(aRawProfile({ rules: [{ ...rest, ...named }] }))).toEqual([
      `rules.0.${key} (ANY-01, clause 1): is not a field that is known here; "${meant}" is meant`,
    ]);
  });

  it("a fault of shape hides none of the meaning elsewhere", () => {
    const other = aRawRule({ id: "ANY-02", duty: "other", ladder: "contact", owner: [{ role: "mayor" }] });
    const late = { told: "return-interview" };
    expect(
      faultsOf(
        aRawProfile({
          mail: { ingest: "x", from: "b@anyshire.example", replyTo: "a@anyshire.example" },
          standIns: { "allocated-worker": "mayor", "line-manager": "coordinator" },
          recipients: { coordinator: { name: "x", addresses: [] } },
          rules: [aRawRule({ ladder: "up", owner: [{ role: "nobody" }] }), { ...other, when: late }],
        }),
      ),
    ).toEqual([
      "mail.ingest: has to be an e-mail address",
      "recipients.coordinator.addresses: needs 1 or more entries",
      expect.stringMatching(/^rules\.0\.ladder \(ANY-01, clause 1\): has to be one of while-missing, /),
      'standIns.allocated-worker: role "mayor" has no recipient',
      'quarantine.next: role "service-manager" has no recipient',
      'rules.1.owner.0.role (ANY-02, clause 1): role "mayor" has no recipient',
      'rules.1.rungs.0.to (ANY-02, clause 1): role "service-manager" has no recipient',
    ]);
  });

  it("what can't be checked yet is said", () => {
    expect(faultsOf(aRawProfile({ rules: "none" }))).toEqual([
      "rules: has to be a list",
      "everything else: is checked once this is put right",
    ]);
  });

  it("what is no object at all is refused too", () => {
    expect(faultsOf(null)[0]).toContain("has to be an object");
  });
});

describe("the interview's form", () => {
  const section = (overrides: Record<string, unknown>) => ({ id: "account", title: "Account", ...overrides });
  const sources = { "001": { title: "Process", file: "001.md", clauses: ["1", "2"] } };
  const withForm = (...form: unknown[]) => faultsOf(aRawProfile({ sources, form }));

  it.each([
    [{ clause: "1, 2", source: "001", topics: ["Where they went"], forChild: "What you said" }, []],
    [{ clause: "3", source: "001" }, ['form.0.clause: the source has no clause "3"']],
    [{ clause: "1", source: "002" }, ['form.0.source: no source "002" in sources; did you mean "001"?']],
    [{ clause: "1" }, ["form.0.source: a clause of which source?"]],
    [{ topics: [] }, ["form.0.topics (account, clause ?): needs 1 or more entries"]],
  ])("a section %o", (overrides, faults) => {
    expect(withForm(section(overrides))).toEqual(faults);
  });

  it("two sections of one id", () => {
    expect(withForm(section({}), section({}))).toEqual(['form.1.id: "account" is named twice']);
  });

  it("a child's copy to which the form gives no section", () => {
    const rules = [aRawRule({ carries: "child-copy" })];
    const fault = faultsOf(aRawProfile({ rules })).join();
    expect(fault).toMatch(/^rules\.0\.carries \(ANY-01, clause 1\): no section of the form has a heading/);
    expect(faultsOf(aRawProfile({ rules, form: [section({ forChild: "You" })] }))).toEqual([]);
  });
});

describe("the forces and their domains", () => {
  const force = (overrides: Record<string, unknown>) => ({
    ...{ id: "dale", name: "Dale Police", senderDomains: ["dale.example"], mailbox: "missing@dale.example" },
    ...overrides,
  });
  const withForces = (...forces: unknown[]) => faultsOf(aRawProfile({ forces }));

  it.each([
    "@dale.example",
    "*.example",
    "compact@dale.example",
    "dale",
    "dale.example.",
    "https://dale.example",
  ])("%s is no bare domain", (domain) => {
    expect(withForces(force({ senderDomains: ["ok.example", domain] }))).toEqual([
      `forces.0.senderDomains.1: "${domain}" has to be a bare domain name, such as "police.example"`,
    ]);
  });

  it("a forwarder's and the staff's are bare as well", () => {
    expect(
      faultsOf(aRawProfile({ forwarders: [{ domain: "@a.example" }], staffDomains: ["*.a.example"] })),
    ).toEqual([
      'forwarders.0.domain: "@a.example" has to be a bare domain name, such as "police.example"',
      'staffDomains.0: "*.a.example" has to be a bare domain name, such as "police.example"',
    ]);
  });

  it("two forces share neither id nor domain, in whatever case", () => {
    expect(withForces(force({}), force({ senderDomains: ["b.example", "Dale.Example"] }))).toEqual([
      'forces.1.id: "dale" is named twice',
      'forces.1.senderDomains.1: "Dale.Example" is already a domain of "dale"',
    ]);
    expect(
      withForces(
        force({ senderDomains: ["DALE.example"] }),
        force({ id: "b", senderDomains: ["b.dale.example"] }),
      ),
    ).toEqual([]);
  });

  it("a force's domain is not one of the authority's own", () => {
    const own = { staffDomains: ["Dale.example"], forces: [force({})] };
    expect(faultsOf(aRawProfile(own))).toEqual([
      'forces.0.senderDomains.0: "dale.example" stands in staffDomains too',
    ]);
    expect(faultsOf(aRawProfile({ ...own, forwarders: [{ domain: "dale.EXAMPLE" }] }))).toEqual([
      'forces.0.senderDomains.0: "dale.example" stands in staffDomains and forwarders too',
    ]);
  });
});
