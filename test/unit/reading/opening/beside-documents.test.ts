import { describe, expect, it } from "vitest";
import { anAttachment } from "../../../builders/attachment.ts";
import { complete, lines, multipart, read } from "../mails.ts";

const tyler = { ...complete, "COMPACT Ref": "MP/26/004418", "Forename(s)": "Tyler", DOB: "21/05/2013" };
const { "COMPACT Ref": _, ...withoutReference } = complete;

const form = (facts: Record<string, string>, name = "form.txt") =>
  anAttachment(name, Buffer.from(lines(facts)), "text/plain");

const beside = async (body: string, forms: readonly ReturnType<typeof form>[], subject = "For you") =>
  (await read(multipart("mixed", [{ type: "text/plain", body }, ...forms], { subject }))).result;

const note = (said: string): string =>
  `MISSING PERSON REPORT\r\n\r\n${said}\r\n\r\nThe full form is attached.\r\n`;
const medium = { ...complete, Risk: "Medium" };

describe("a body that does not repeat the name", () => {
  it.each([
    ["risk", "COMPACT Ref: MP/26/004417\r\nCurrent Risk: High"],
    ["missingSince", "COMPACT Ref: MP/26/004417\r\nMissing Since: 14/11/2026 19:30"],
    ["reference", "COMPACT Ref: MP/26/009999\r\nRisk: Medium"],
  ])("may not contradict the form's %s", async (field, said) => {
    expect(await beside(note(said), [form(medium)])).toMatchObject({
      status: "quarantined",
      reasons: [`conflicting-values:${field}`],
    });
  });

  it("adds the risk and the reference that the form leaves out", async () => {
    const result = await beside(note("COMPACT Ref: MP/26/004417\r\nRisk: High"), [form(withoutReference)]);
    expect(result).toMatchObject({ reasons: [], compacts: [{ reference: "MP/26/004417", risk: "high" }] });
  });

  it("does not give its writer's phone to the child, and shows it", async () => {
    const result = await beside(note("Risk: High\r\nPhone: 07700 900456"), [form(complete)]);
    expect(result.compacts[0]?.child.phone).toBeUndefined();
    expect(result.unrecognised).toContainEqual({ label: "Phone", value: "07700 900456" });
  });

  it("may name the one of several forms it is about", async () => {
    const said = note("COMPACT Ref: MP/26/004418\r\nCurrent Risk: High");
    const result = await beside(said, [form(complete), form(tyler, "b.txt")]);
    expect(result.reasons).toEqual([]);
    expect(result.compacts.map(({ risk }) => risk)).toEqual([undefined, "high"]);
  });
});

describe("a form for each child", () => {
  const forenames = ["Ellie May", "Tyler"];
  const both = [form(complete), form(tyler, "b.txt")];

  it.each([
    ["under a covering note", "Please see attached two reports.", both],
    ["of the children the body lists", `${lines(complete)}\r\n${lines(tyler)}`, both],
    ["but the one the body reports", lines(complete), both.slice(1)],
  ])("%s is a report of its own", async (_how, body, forms) => {
    const result = await beside(body, forms, "Missing Person Report MP/26/004417");
    expect(result).toMatchObject({ status: "accepted", reasons: [] });
    expect(result.compacts.map(({ child }) => child.forenames)).toEqual(forenames);
  });

  it("is no report of another where only a forename is written otherwise", async () => {
    const result = await beside(lines(complete), [form({ ...complete, "Forename(s)": "Eleanor" })]);
    expect(result.reasons).toEqual(["conflicting-values:forenames"]);
  });

  it("may say more of the name than the body, which is then kept", async () => {
    const result = await beside("Name: Ellie Ashdown\r\n", [form(complete)]);
    expect(result).toMatchObject({
      reasons: [],
      compacts: [{ child: { forenames: "Ellie May", surname: "ASHDOWN" } }],
    });
  });

  it("that contradicts itself is for a person, though the body chooses one of its values", async () => {
    const twice = { ...complete, Risk: "Medium", "Risk Level": "High" };
    const result = await beside(lines(medium), [form(twice)]);
    expect(result.reasons).toContain("conflicting-values:risk");
  });
});
