import { describe, expect, it } from "vitest";
import { roles } from "../../../functions/domain/console/may.ts";
import { staffFrom } from "../../../functions/domain/console/sign-in.ts";
import { authorityNames } from "../../../infra/read-authority.ts";
import { authorityProfile } from "../../../localstack/lab/stack/authority-profile.ts";
import { consoleAddresses, demoUsers } from "../../../localstack/lab/stack/console.ts";

const names = authorityNames();

describe("the lab's consoles", () => {
  it("lie each at an address of its own, the same whichever authorities are deployed", () => {
    const { doors, issuer, doorOf, urlOf } = consoleAddresses({ port: 4566 });
    expect(new Set([...doors, 4566, 4567]).size).toBe(names.length + 2);
    expect(issuer).toBe("https://localhost:4567");
    for (const name of names) expect(urlOf(name)).toBe(`https://localhost:${doorOf(name)}`);
  });

  it.each(names)("offer for %s somebody with each role, and with that role alone", (name) => {
    const profile = authorityProfile(name);
    const { signIn, partners } = profile;
    const given = demoUsers(profile).map(({ id, name, email, claims }) =>
      signIn ? staffFrom({ sub: id, name, email, ...claims }, signIn, profile) : undefined,
    );
    const teams = Object.keys(signIn?.teams ?? {});
    expect(given.map((staff) => (staff?.ok ? [...staff.value.roles, ...staff.value.teams] : staff))).toEqual([
      ...roles.map((role) => [role]),
      ...teams.map((team) => ["worker", team]),
      ...Object.values(partners).flatMap(({ signsInAs }) => signsInAs.map((role) => [role])),
    ]);
  });

  it("offer somebody of a team in one authority at least", () => {
    const teams = names.flatMap((name) => Object.keys(authorityProfile(name).signIn?.teams ?? {}));
    expect(teams.length).toBeGreaterThan(0);
  });
});
