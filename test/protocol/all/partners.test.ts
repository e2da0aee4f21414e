import { describe, expect, it } from "vitest";
import { emptyOffice } from "../../../functions/domain/office/office.ts";
import { officeRefusals } from "../../../functions/domain/office/refusals.ts";
import { anAction, foundCompact, missingCompact } from "../../builders/events.ts";
import { aProfile, aRawProfile } from "../../builders/profile.ts";
import { faultsOf } from "../../builders/profile-faults.ts";
import { rutland, torbay } from "../../builders/profiles.ts";
import { dutyAt, mailsUntil, refusedBy, storiesUnder } from "../../builders/timetable.ts";

const AT = "2026-11-16T10:00:00Z";
const LATER = "2026-11-20T00:00:00Z";
const PROVIDERS = "k.nance@missing-from-home.example";
const partner = { name: "P", domains: ["provider.example"], signsInAs: ["worker"], holds: [] };
const withPartner = (changed: object = {}) =>
  aRawProfile({ partners: { provider: { ...partner, ...changed } } });

describe("a partner who acts for the authority", () => {
  const story = storiesUnder(torbay);
  const found = foundCompact({ force: "devon-cornwall-police" });
  const allocate = anAction("allocate", AT, { worker: PROVIDERS });

  it("ALL-24: may be allocated and is told which child; somebody of neither is not told", () => {
    const mail = mailsUntil(story([found, allocate]), LATER).find(({ letter }) =>
      letter.to.includes(PROVIDERS),
    );
    const rows = mail?.letter.paragraphs.flatMap((p) => p.rows ?? []);
    expect(rows).toContainEqual(["Child", "Ellie Marlowe"]);
    const stranger = anAction("allocate", AT, { worker: "x@missing-from-home.example.net" });
    const rut = storiesUnder(rutland)([missingCompact({ force: "leicestershire-police" })]);
    expect(refusedBy(rut, stranger)).toHaveLength(1);
  });

  it("ALL-24: is refused by no rule that keeps allocations within the authority", () => {
    const guard = {
      ...{ id: "ANY-02", clause: "2", source: "001", actions: ["allocate"], says: "No." },
      refuseWhen: { outsideStaff: ["worker"] },
    };
    const profile = aProfile({ partners: { provider: partner }, guards: [guard] });
    const refused = (worker: string) =>
      refusedBy(
        storiesUnder(profile)([missingCompact({ force: "anyforce" })]),
        anAction("allocate", AT, { worker }),
      );
    expect(refused("kit@provider.example")).toEqual([]);
    expect(refused("Kit@Anyshire.example")).toEqual([]);
    expect(refused("kit@mail.provider.example")).toEqual(["ANY-02 (2)"]);
    expect(refused("kit@elsewhere.example")).toEqual(["ANY-02 (2)"]);
  });

  it("ALL-24: may hold a role of the authority's", () => {
    const profile = aProfile({ partners: { provider: partner } });
    const change = (address: string) =>
      officeRefusals(
        {
          ...{ id: "1", at: AT, by: "m@anyshire.example", channel: "lab", type: "change-recipient" },
          data: { role: "coordinator", name: "K", addresses: [address], reason: "r" },
        },
        emptyOffice,
        profile,
      );
    expect(change("kit@provider.example")).toEqual([]);
    expect(change("kit@elsewhere.example")).toHaveLength(1);
  });
});

describe("anyone of Children's Services, and nobody of the provider", () => {
  const told = {
    ...{
      kind: "rung" as const,
      type: "rung-fired" as const,
      id: "rung-told",
      duty: "hand-over",
      rung: "told",
    },
    ...{ at: "2026-11-15T21:15:00Z", recordedAt: "2026-11-15T21:15:00Z", rule: "TOR-14", to: [] },
  };
  const found = foundCompact({
    force: "devon-cornwall-police",
    returnedAt: "2026-11-14T20:40:00Z",
    received: "2026-11-14T21:15:00Z",
  });
  const actor = (address: string, teams: string[] = []) => ({
    actor: { subject: address, address, name: "N", roles: ["worker"], teams },
    by: address,
  });
  const state = (who: Record<string, unknown>) =>
    dutyAt(
      storiesUnder(torbay)([found, told, { ...anAction("contact-attempt", AT, { method: "call" }), ...who }]),
      "childrens-services-contact",
      LATER,
    )?.state;

  it.each<[string, Record<string, unknown>, string]>([
    ["a social worker who signed in", actor("s.may@torbay.example"), "done"],
    ["the business support officer", { by: "business-support-officer" }, "done"],
    ["Children's Services in the lab", { by: "childrens-services" }, "done"],
    ["a named person of theirs in the lab", { by: "worker:s.may@torbay.example" }, "done"],
    ["the provider", { by: "provider" }, "open"],
    [
      "the provider's manager, by an address of the council's",
      { by: "provider-manager:p@torbay.example" },
      "open",
    ],
    ["somebody of the provider who signed in", actor(PROVIDERS), "open"],
    ["somebody in the provider's team", actor("s.may@torbay.example", ["provider"]), "open"],
    ["the police", { by: "police-missing-officer" }, "open"],
    ["nobody knows who", { by: "worker" }, "open"],
  ])("ALL-24, TOR-15: an attempt by %s (1.5)", (_who, who, expected) => expect(state(who)).toBe(expected));
});

describe("a partner of a profile", () => {
  it.each<[string, object, string]>([
    [
      "with the authority's own domain",
      { domains: ["Anyshire.example"] },
      '"Anyshire.example" stands in staffDomains too',
    ],
    [
      "with the force's domain",
      { domains: ["anyforce.police.example"] },
      '"anyforce.police.example" stands in partners too',
    ],
    [
      "whose domain is none",
      { domains: ["@provider.example"] },
      'has to be a bare domain name, such as "police.example"',
    ],
    [
      "that holds a role nobody has",
      { holds: ["cordinator"] },
      'role "cordinator" has no recipient; did you mean "coordinator"?',
    ],
  ])("ALL-24: %s is refused", (_what, changed, said) =>
    expect(faultsOf(withPartner(changed)).join()).toContain(said),
  );

  it("ALL-24: in order is taken", () => expect(faultsOf(withPartner())).toEqual([]));
});
