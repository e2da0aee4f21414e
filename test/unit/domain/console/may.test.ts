import { describe, expect, it } from "vitest";
import { actorOf, actorSchema } from "../../../../functions/domain/console/actor.ts";
import { deeds, may, roles, whoMay } from "../../../../functions/domain/console/may.ts";
import { mayOpen } from "../../../../functions/domain/console/may-open.ts";
import { actionNames } from "../../../../functions/domain/episode/action-names.ts";
import { aListed } from "../../../builders/listed.ts";
import { aCoordinator, aManager, anAuditor, aWorker } from "../../../builders/people.ts";

describe("who may do what", () => {
  it.each([...deeds, ...actionNames])("%s: somebody may, as the table says, and nobody else", (deed) => {
    expect(whoMay(deed).length).toBeGreaterThan(0);
    for (const role of roles) expect(may([role], deed)).toBe(whoMay(deed).includes(role));
  });

  it("records nothing for an auditor", () => {
    expect(actionNames.filter((name) => may(["auditor"], name))).toEqual([]);
  });

  it.each([
    ["worker", "sign-off"],
    ["coordinator", "sign-off"],
    ["worker", "send-back"],
    ["worker", "allocate"],
    ["worker", "decide-quarantine"],
    ["coordinator", "change-people"],
    ["coordinator", "written-record"],
    ["worker", "see-told"],
  ])("denies the %s %s", (role, deed) => {
    expect(may([role], deed)).toBe(false);
  });

  it("denies what no row allows, and whoever holds no role", () => {
    expect(may(["manager"], "burn")).toBe(false);
    expect(may(["manager"], "toString")).toBe(false);
    expect(may(["admin", "ce-team"], "note")).toBe(false);
    expect(may([], "see-list")).toBe(false);
  });

  it("adds up what several roles allow", () => {
    expect(may(["auditor", "manager"], "sign-off")).toBe(true);
  });
});

describe("whose episode it is", () => {
  const { listing } = aListed({
    allocation: { worker: "S.Okoro@leicestershire.example" },
    teams: ["ce-team"],
  });
  const stranger = (overrides = {}) => aWorker({ address: "x@leicestershire.example", ...overrides });

  it("a worker opens what is allocated to them or to their team", () => {
    const worker = aWorker({ address: "s.okoro@leicestershire.example" });
    expect(mayOpen(worker, listing)).toBe(true);
    expect(mayOpen(stranger({ teams: ["ce-team"] }), listing)).toBe(true);
  });

  it("and what they gave to a deputy, but nothing else", () => {
    const given = {
      teams: [],
      allocation: { worker: "d@leicestershire.example", deputyFor: stranger().address },
    };
    expect(mayOpen(stranger(), given)).toBe(true);
    expect(mayOpen(stranger(), listing)).toBe(false);
    expect(mayOpen(stranger({ teams: ["first-response"] }), listing)).toBe(false);
    expect(mayOpen(stranger(), { teams: [] })).toBe(false);
  });

  it("coordinators, managers and auditors open any; whoever holds no role none, though their team's", () => {
    for (const person of [aCoordinator(), aManager(), anAuditor()])
      expect(mayOpen(person, listing)).toBe(true);
    expect(mayOpen(stranger({ roles: [], teams: ["ce-team"] }), listing)).toBe(false);
    expect(mayOpen(stranger({ roles: ["ce-team"], teams: ["ce-team"] }), listing)).toBe(false);
  });
});

describe("whoever is signed in", () => {
  const staff = { subject: "s", address: "a@leicestershire.example", name: "A", roles: ["worker"] as const };

  it("acts as who they are, for their roles and teams", () => {
    const actor = actorOf({ ...staff, teams: ["ce-team"] });
    expect(actorSchema.parse(actor)).toEqual({ ...staff, teams: ["ce-team"] });
    expect(actorSchema.parse(actorOf({ ...staff, teams: [] }))).toEqual(staff);
  });
});
