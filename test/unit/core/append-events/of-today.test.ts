import { describe, expect, it } from "vitest";
import { leicestershire } from "../../../builders/profiles.ts";
import { fireDue, receive, record } from "../../../fakes/steps.ts";
import { aWorld, theRow } from "../../../fakes/world.ts";

const revised = {
  ...leicestershire,
  recipients: {
    ...leicestershire.recipients,
    "ce-team": { name: "The new team", addresses: ["new-team@leicestershire.example"] },
  },
  rules: leicestershire.rules.map((rule) =>
    rule.id === "LEI-01" ? { ...rule, title: "Other words" } : rule,
  ),
};

describe("ALL-23: an episode of before a deployment", () => {
  it("keeps its rules, and writes to the mailboxes of today without a migration", async () => {
    const world = aWorld();
    await receive(world, "mail-1");
    world.deploy(revised);
    await fireDue(world, theRow(world).episodeId);
    expect(theRow(world).profileHash).toBe("v1");
    expect(world.post.sent.map(({ letter }) => letter.to.join())).toEqual([
      "new-team@leicestershire.example",
    ]);
    expect(world.post.subjects().join()).not.toContain("Other words");
    await record(world, "note", { text: "rang" });
    const owners = theRow(world).listing?.duties.flatMap(({ owner }) => owner.addresses);
    expect(owners).toContain("new-team@leicestershire.example");
  });
});
