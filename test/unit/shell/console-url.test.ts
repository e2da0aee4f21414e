import { describe, expect, it } from "vitest";
import { profileAt, profilesAt } from "../../../functions/shell/console-url.ts";
import { aProfile } from "../../builders/profile.ts";

const at = "https://127.0.0.1:4568";

describe("where the console lies", () => {
  it("is said by the stack and not by the profile, in every version an episode may have", async () => {
    const [current, kept] = [aProfile(), aProfile({ name: "Anyshire of before" })];
    const store = profilesAt(at, {
      current: { profile: current, hash: "now" },
      byHash: async () => kept,
      find: async (hash) => (hash === "before" ? kept : undefined),
    });
    expect(store.current).toEqual({ profile: { ...current, consoleUrl: at }, hash: "now" });
    expect(await store.byHash("before")).toEqual({ ...kept, consoleUrl: at });
    expect(await store.find("before")).toEqual({ ...kept, consoleUrl: at });
    expect(await store.find("never")).toBeUndefined();
  });

  it("leaves a profile the same object each time", () => {
    const profile = aProfile();
    const there = profileAt(at);
    expect(there(profile)).toBe(there(profile));
  });
});
