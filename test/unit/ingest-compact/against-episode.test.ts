import { describe, expect, it } from "vitest";
import type { Compact } from "../../../functions/domain/compact/compact.ts";
import { aFound, aMissing, aReading } from "../../builders/reading.ts";
import { receive } from "../../fakes/steps.ts";
import { aWorld, theRow, type World } from "../../fakes/world.ts";

const at = "2026-11-15T09:00:00Z";
const missing = aMissing();
const found = aFound();
const named = (compact: Compact, child: Partial<Compact["child"]>): Compact => ({
  ...compact,
  child: { ...compact.child, ...child },
});

/** The episode of one child, and then another mail under the same reference. */
const followed = async (
  first: Compact,
  second: Compact,
  doubt?: string,
): Promise<[World, readonly string[]]> => {
  const world = aWorld({ at });
  await receive(world, "mail-1", aReading({ compacts: [first], digest: "1" }));
  const { reasons } = await receive(
    world,
    "mail-2",
    aReading({ compacts: [second], digest: "2", ...(doubt ? { doubt } : {}) }),
  );
  return [world, reasons];
};

describe("a found report under the reference of an episode", () => {
  it.each([
    ["another forename", { forenames: "Tom" }, "forenames"],
    ["another surname", { surname: "ASHDOWN" }, "surname"],
    ["another date of birth", { dateOfBirth: "2012-03-09" }, "dateOfBirth"],
  ])("with %s is for a person, and the child stays missing", async (_what, child, field) => {
    const [world, reasons] = await followed(missing, named(found, child));
    expect(reasons).toEqual([`conflicting-values:${field}`]);
    expect(theRow(world).status).toBe("missing");
  });

  it.each([
    ["case and apostrophe", "O’BRIEN", "O'Brien"],
    ["accents composed otherwise", "MUÑOZ", "MUN\u0303OZ"],
    ["no accents", "MUÑOZ", "Munoz"],
    ["a space for a hyphen", "SMITH-JONES", "SMITH JONES"],
    ["no hyphen at all", "Smith\u2011Jones", "SMITHJONES"],
    ["letters no accent makes", "Strauß", "STRAUSS"],
  ])("of a surname written with %s is of the same child", async (_what, one, other) => {
    const [world, reasons] = await followed(
      named(missing, { surname: one }),
      named(found, { surname: other }),
    );
    expect(reasons).toEqual([]);
    expect(theRow(world).status).toBe("returned");
  });

  it("that gives one forename of two, or the name it is known by, is of the same child", async () => {
    const [world] = await followed(
      named(missing, { forenames: "Ellie May", knownAs: "Els" }),
      named(found, { forenames: "Els" }),
    );
    expect(theRow(world).status).toBe("returned");
  });

  it("from before the child went missing changes nothing, so a person is told", async () => {
    const [world, reasons] = await followed(missing, {
      ...found,
      foundAt: "2025-11-15T08:00:00+00:00",
      returnedAt: "2026-11-15T08:00:00+00:00",
    });
    expect(reasons).toEqual(["conflicting-values:foundAt"]);
    expect(theRow(world).status).toBe("missing");
    expect(world.post.subjects().at(-1)).toContain("mail-2 (conflicting-values:foundAt)");
  });
});

describe("an update in a mail whose words say otherwise, or that an office passed on", () => {
  const update = (risk: Compact["risk"]): Compact => ({
    ...aMissing(),
    kind: "update",
    ...(risk ? { risk } : {}),
  });

  it.each(["conflicting-values:kind", "passed-on"])("calms no episode (%s)", async (doubt) => {
    const high = aMissing({ risk: "high" });
    expect((await followed(high, update("medium"), doubt))[1]).toEqual([doubt]);
    expect((await followed(high, update("medium")))[1]).toEqual([]);
  });

  it("calms no episode as a second missing report either, and a first one opens it at once", async () => {
    const [world, reasons] = await followed(
      aMissing({ risk: "high" }),
      aMissing({ risk: "low" }),
      "passed-on",
    );
    expect(reasons).toEqual(["passed-on"]);
    expect(theRow(world).status).toBe("missing");
    const first = aWorld({ at });
    await receive(first, "mail-1", aReading({ compacts: [aMissing({ risk: "low" })], doubt: "passed-on" }));
    expect(theRow(first).status).toBe("missing");
  });

  it("raises one all the same", async () => {
    const [world, reasons] = await followed(aMissing({ risk: "medium" }), update("high"), "passed-on");
    expect(reasons).toEqual([]);
    expect(theRow(world).status).toBe("missing");
  });
});

describe("a missing report with a time that can't be", () => {
  it("opens the episode at once, and the first role is told what is odd", async () => {
    const world = aWorld({ at });
    const entry = await receive(world, "mail-1", aReading({ reasons: ["odd-time:missingSince"] }));
    expect(entry.outcome).toBe("applied");
    expect(theRow(world).status).toBe("missing");
    const [mail] = world.post.sent;
    expect(mail?.letter.to).toEqual(["ce-team@leicestershire.example"]);
    expect(mail?.letter.subject).toBe("A report was acted on although its times are odd: mail-1");
    expect(JSON.stringify(mail)).toContain("since when the child is missing can't be");
  });
});
