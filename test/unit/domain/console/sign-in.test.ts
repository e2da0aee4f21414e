import { describe, expect, it } from "vitest";
import { signInSchema, staffFrom } from "../../../../functions/domain/console/sign-in.ts";

const signIn = signInSchema.parse({
  issuer: "https://login.anyshire.example",
  clientId: "safe-return-anyshire",
  roles: { coordinator: ["SafeReturn.Coordinator"], worker: ["SafeReturn.Worker", "Social workers"] },
  teams: { north: ["team-north"], south: ["team-south"] },
});
const claims = {
  sub: "subject-1",
  name: "Jo Worker",
  email: "Jo.Worker@Anyshire.example",
  roles: ["Social workers"],
  groups: ["team-south", "football"],
};
const bodies = {
  staffDomains: ["anyshire.example"],
  partners: {
    provider: {
      name: "The provider",
      domains: ["provider.example"],
      signsInAs: ["worker" as const],
      holds: [],
    },
  },
};
const staff = (changed: object = {}) => staffFrom({ ...claims, ...changed }, signIn, bodies);

describe("who a sign-in makes a person here", () => {
  it("has the roles and teams that the profile gives for their claims, and no other", () => {
    expect(staff()).toEqual({
      ok: true,
      value: {
        subject: "subject-1",
        name: "Jo Worker",
        address: "jo.worker@anyshire.example",
        roles: ["worker"],
        teams: ["south"],
      },
    });
  });

  it("ALL-24: of a partner it has the partner's roles and no other, by the partner's own domain", () => {
    const ofPartner = (roles: string[], email = "kit@provider.example") => staff({ roles, email });
    expect(ofPartner(["SafeReturn.Worker", "SafeReturn.Coordinator"])).toMatchObject({
      ok: true,
      value: { address: "kit@provider.example", roles: ["worker"] },
    });
    expect(ofPartner(["SafeReturn.Coordinator"])).toEqual({ ok: false, error: "no-role" });
    for (const email of [
      "kit@mail.provider.example",
      "kit@provider.example.net",
      "kit@otherprovider.example",
    ])
      expect(ofPartner(["SafeReturn.Worker"], email)).toEqual({ ok: false, error: "not-our-address" });
  });

  it.each([
    ["none", undefined],
    ["an unknown one", ["Administrators"]],
    ["a role's name that the profile does not give", ["coordinator"]],
    ["one of another case", ["social workers"]],
    ["something that is no text", [{ toString: (): string => "Social workers" }]],
    ["a part of one", ["SafeReturn.Worker.Readonly"]],
  ])("is nobody with %s among the claims", (_what, roles) => {
    expect(staff({ roles })).toEqual({ ok: false, error: "no-role" });
  });

  it("may have several roles, given as a list or as one text", () => {
    expect(staff({ roles: ["SafeReturn.Worker", "SafeReturn.Coordinator"] })).toMatchObject({
      value: { roles: ["coordinator", "worker"] },
    });
    expect(staff({ roles: "SafeReturn.Coordinator" })).toMatchObject({ value: { roles: ["coordinator"] } });
  });

  it.each([
    ["outside the council", "jo@elsewhere.example", "not-our-address"],
    ["at a domain that only ends like ours", "jo@notanyshire.example", "not-our-address"],
    ["at a domain below ours", "jo@mail.anyshire.example", "not-our-address"],
    ["that names ours before another", "anyshire.example@elsewhere.example", "not-our-address"],
    ["that is none", "jo", "no-address"],
  ])("is nobody with an address %s", (_what, email, error) => {
    expect(staff({ email })).toEqual({ ok: false, error });
  });

  it("is named by the address where the claims give no name, or the user name is the address", () => {
    expect(staff({ name: " ", email: undefined, preferred_username: "jo@anyshire.example" })).toMatchObject({
      value: { name: "jo@anyshire.example", address: "jo@anyshire.example" },
    });
  });
});
