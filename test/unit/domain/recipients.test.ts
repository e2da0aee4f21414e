import { describe, expect, it } from "vitest";
import { ownerRole, recipientOf, recipientsOf } from "../../../functions/domain/duty/recipients.ts";
import type { Rule } from "../../../functions/domain/profile/rule.ts";
import { aContext } from "../../builders/context.ts";
import { anAction, missingCompact } from "../../builders/events.ts";
import { aProfile, aRawRule } from "../../builders/profile.ts";

const now = "2026-11-16T00:00:00Z";
const profile = aProfile({
  rules: [
    aRawRule({
      owner: [
        { role: "line-manager", when: { lastRecorded: "allocate", with: { openCase: true } } },
        { role: "coordinator" },
      ],
    }),
  ],
});
const rule = profile.rules[0] as Rule;
const contextWith = (...data: { worker: string; lineManager?: string; openCase?: boolean }[]) =>
  aContext({
    profile,
    now,
    events: [
      missingCompact({ force: "anyforce" }),
      ...data.map((d, i) => anAction("allocate", `2026-11-15T0${i}:00:00Z`, d)),
    ],
  });
const addressesOf = (role: string, context: ReturnType<typeof contextWith>) =>
  recipientOf(role, rule, context).addresses;

describe("who hears", () => {
  it("the allocated worker and line manager are the last allocation's", () => {
    const context = contextWith(
      { worker: "asha@anyshire.example", lineManager: "mo@anyshire.example" },
      { worker: "ben@anyshire.example", lineManager: "jo@anyshire.example" },
    );
    expect([addressesOf("allocated-worker", context), addressesOf("line-manager", context)]).toEqual([
      ["ben@anyshire.example"],
      ["jo@anyshire.example"],
    ]);
  });

  it("where nobody is allocated the profile's stand-ins hear; there is no other default", () => {
    expect(addressesOf("allocated-worker", contextWith())).toEqual(["missing.coordinator@anyshire.example"]);
    expect(addressesOf("line-manager", contextWith({ worker: "asha@anyshire.example" }))).toEqual([
      "service.manager@anyshire.example",
    ]);
    expect(() => addressesOf("nobody", contextWith())).toThrow('role "nobody" has no recipient');
  });

  it("the force is the episode's", () => {
    expect(addressesOf("force", contextWith())).toEqual(["missing.persons@anyforce.police.example"]);
  });

  it("the owner is the first whose condition holds", () => {
    expect(ownerRole(rule, contextWith())).toBe("coordinator");
    expect(ownerRole(rule, contextWith({ worker: "asha@anyshire.example", openCase: true }))).toBe(
      "line-manager",
    );
  });

  it("somebody named twice hears once", () => {
    const twice = recipientsOf(["owner", "coordinator", "allocated-worker"], rule, contextWith());
    expect(twice.map((r) => r.name)).toEqual(["Missing coordinator"]);
  });
});
