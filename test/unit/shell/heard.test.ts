import { describe, expect, it } from "vitest";
import { whoActs } from "../../../functions/domain/console/actor.ts";
import { heard } from "../../../functions/shell/heard.ts";

const bodies = { staffDomains: ["anyshire.example"], partners: {} };
const said = { channel: "lab", by: "ce-team-manager" };

describe("somebody's own word for who acted", () => {
  it("is taken in a lab", () => {
    expect(whoActs(heard(said, { acceptsLab: true }), bodies)).toMatchObject({ ok: true });
  });

  it("is refused in an account, whoever may call the function", () => {
    const read = whoActs(heard(said, { acceptsLab: false }), bodies);
    expect(read).toEqual({ ok: false, error: [expect.stringMatching(/^channel: has to be one of console/)] });
  });

  it("changes nothing of what a signed-in person asks", () => {
    const asked = { channel: "console" };
    expect(heard(asked, { acceptsLab: false })).toBe(asked);
  });
});
