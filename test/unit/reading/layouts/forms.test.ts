import { describe, expect, it } from "vitest";
import type { ParseResult } from "../../../../functions/domain/compact/compact.ts";
import { aMail, read } from "../mails.ts";

const identity = [
  "COMPACT Ref: MP/26/004417",
  "Surname: ASHDOWN",
  "Forename(s): Ellie May",
  "DOB: 09/03/2011",
  "Missing Since: 14/11/2026 21:30",
];
const flat = ({ compacts: [compact], reasons, unrecognised = [] }: ParseResult) => {
  if (!compact) throw new Error("no compact was read");
  return { ...compact, ...compact.child, reasons, unrecognised };
};
const ofText = async (...lines: string[]) => {
  const { result } = await read(aMail({ body: [...identity, ...lines].join("\r\n") }));
  return flat(result);
};
const ofRows = async (...rows: string[][]) => {
  const cells = (row: string[]) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const body = `<p>${identity.join("<br>")}</p><table>${rows.map(cells).join("")}</table>`;
  const { result } = await read(aMail({ type: "text/html; charset=utf-8", body }));
  return flat(result);
};

describe("a blank answer never takes the next question for its value", () => {
  it.each([
    ["in columns of spaces", ["Known As:          LAC: Yes", "School:      Risk Level:   High"]],
    ["on one line", ["Known As: LAC: Yes", "School: Risk Level: High"]],
    ["with the value below the label", ["Known As", "LAC", "Yes", "School", "Risk Level", "High"]],
    ["with blank lines between", ["Known As", "", "LAC", "Yes", "", "School", "", "Risk Level", "High"]],
  ])("%s", async (_how, lines) => {
    const read = await ofText(...lines);
    expect(read).toMatchObject({ careStatus: "looked-after", risk: "high" });
    expect(read.knownAs).toBeUndefined();
    expect(read.school).toBeUndefined();
  });

  it("in cells side by side", async () => {
    const read = await ofRows(["Known As", "", "LAC", "Yes"], ["School", "", "Risk", "High"]);
    expect(read).toMatchObject({ careStatus: "looked-after", risk: "high" });
    expect(read.knownAs).toBeUndefined();
  });

  it("though the answer is a figure, a dash or a word that other labels hold", async () => {
    const read = await ofRows(
      ["Age", "15", "Current Risk", "High"],
      ["School", "-", "LAC", "Yes"],
      ["Collar No", "4471", "OIC", "PC Rowan"],
    );
    expect(read).toMatchObject({
      risk: "high",
      careStatus: "looked-after",
      officer: { collarNumber: "4471" },
    });
    expect(read.school).toBeUndefined();
  });

  it("unless a label is the answer", async () => {
    expect(await ofText("Missing From", "Home Address", "Risk", "High")).toMatchObject({
      missingFromAddress: "Home Address",
      risk: "high",
    });
    expect(await ofText("Missing From", "Home Address", "14 Fosse Rise")).toMatchObject({
      homeAddress: "14 Fosse Rise",
    });
  });
});

describe("a label nobody knows beside one we know", () => {
  it.each([
    ["in columns", ["Hair Colour: Brown    Risk: High", "Build: Slim\tLAC: Yes"]],
    ["behind semicolons", ["Hair Colour: Brown; Risk: High", "Build: Slim; LAC: Yes"]],
    ["behind bars", ["Hair Colour: Brown | Risk: High", "Build: Slim | LAC: Yes"]],
    ["in columns without colons", ["Hair Colour    Brown    Risk    High", "Build    Slim    LAC    Yes"]],
  ])("hides nothing %s", async (_how, lines) => {
    const read = await ofText(...lines);
    expect(read).toMatchObject({ risk: "high", careStatus: "looked-after" });
    expect(read.unrecognised).toContainEqual({ label: "Build", value: "Slim" });
  });

  it("may end in one: a school's name is not the child's, nor a mother's telephone", async () => {
    const read = await ofText("Sex: Female School Name: Fosse Park", "Age: 15 Mother's Mobile: 07700 900456");
    expect(read).toMatchObject({ sex: "female", surname: "ASHDOWN" });
    expect(read.phone).toBeUndefined();
  });
});

describe("labels as people write them", () => {
  it.each([
    "Risk? High",
    "[Risk] High",
    "Risk- High",
    "Risk... High",
    "Risk => High",
    "a) Risk: High",
    "Risk:: High",
    "Risk (low / medium / high: circle one): High",
  ])("%s", async (line) => {
    expect(await ofText(line)).toMatchObject({ risk: "high" });
  });
});

describe("a question whose words name a kind", () => {
  it.each([
    "Cancelled: No",
    "Created in Error: N/A",
    "Date updated: 15/11/2026 08:10",
    "Updated by: PC Lee",
    "Latest update: No trace",
  ])("is not the kind of the report: %s", async (line) => {
    const { result } = await read(aMail({ body: ["MISSING PERSON REPORT", ...identity, line].join("\r\n") }));
    expect(result).toMatchObject({ status: "accepted", compacts: [{ kind: "missing" }] });
  });

  it("alone below the title is for a person", async () => {
    const { result } = await read(
      aMail({ body: ["MISSING PERSON REPORT", ...identity, "", "Cancelled", "", "Risk: High"].join("\r\n") }),
    );
    expect(result.reasons).toContain("conflicting-values:kind");
  });
});

describe("words without a label", () => {
  it("are kept, and what they say of the child", async () => {
    const read = await ofText(
      "Risk: High",
      "",
      "She is suicidal and has taken an overdose before, her mother says.",
    );
    expect(read.flags).toContain("self-harm");
    expect(read.unrecognised).toContainEqual(expect.objectContaining({ label: "words without a label" }));
  });
});

it("an officer's name alone below the form signs it: what follows is not the child's", async () => {
  const read = await ofText("Risk: High", "", "PC 9911 Lee Marsh", "Response Team 3", "Mobile: 07700 900999");
  expect(read.phone).toBeUndefined();
  expect(await ofText("OIC", "", "PC 9911 Marsh", "", "Risk: High")).toMatchObject({
    risk: "high",
    officer: { collarNumber: "9911" },
  });
});

describe("what is somebody else's", () => {
  it.each([
    ["an officer's telephone on the line", ["OIC: PC 4471 Rowan, Tel: 0116 496 0123"]],
    ["an officer's telephone below", ["OIC: PC 4471 Rowan", "Tel: 0116 496 0123"]],
    [
      "a mother's who reports",
      ["Reported By: Karen ASHDOWN", "Relationship: Mother", "Telephone: 07700 900555"],
    ],
    [
      "a school's under its heading",
      ["", "School Details", "Telephone: 0116 496 0123", "Address: 3 School Lane"],
    ],
    ["a social worker's", ["Social Worker: Ann Vale, Phone: 0116 496 0123"]],
    ["a school's", ["School: Fosse Park Academy", "Address: 3 School Lane", "Tel: 0116 496 0123"]],
    ["a parent's", ["", "Parent / Carer", "Telephone No: 0116 496 0123", "Address: 9 Mill Rise"]],
    ["an informant's", ["", "INFORMANT", "Name: MOORE, Janet", "DOB: 01/02/1980", "Mobile: 07700 900456"]],
    ["an associate's", ["", "KNOWN ASSOCIATES", "Name: BARNES, Kyle", "DOB: 02/02/2001"]],
  ])("%s is not the child's", async (_whose, lines) => {
    const { result } = await read(aMail({ body: [...identity, ...lines, "", "Risk: High"].join("\r\n") }));
    expect(result.compacts).toMatchObject([{ risk: "high", child: { surname: "ASHDOWN" } }]);
    expect(result.compacts[0]?.child.phone).toBeUndefined();
    expect(result.compacts[0]?.child.homeAddress).toBeUndefined();
    expect(result.reasons).toEqual([]);
  });
});

describe("rows", () => {
  it("a colon or an empty cell may stand between label and value", async () => {
    expect(await ofRows(["Risk", ":", "High"], ["LAC", "", "Yes"])).toMatchObject({
      risk: "high",
      careStatus: "looked-after",
    });
  });

  it("of what was and what is, what is holds, and both are kept", async () => {
    const read = await ofRows(["Field", "Previous", "New"], ["Risk", "Low", "High"]);
    expect(read).toMatchObject({ risk: "high", provenance: { previousRisk: { raw: "Low" } } });
  });

  it("two answers to one question are for a person", async () => {
    expect((await ofRows(["Risk", "Low", "High"])).reasons).toContain("unknown-risk");
    expect((await ofRows(["Surname", "ASHDOWN", "ROWAN"])).reasons).toContain("conflicting-values:surname");
  });

  it("a label over its own value in each box", async () => {
    expect(await ofRows(["<b>Care Status</b><br>Looked After", "<b>Risk</b><br>High"])).toMatchObject({
      careStatus: "looked-after",
      risk: "high",
    });
  });

  it("drawn with characters, a value going on in the row below", async () => {
    const read = await ofText(
      "+---------+--------------------------------------+",
      "| Summary | Left after an argument. Mother says  |",
      "|         | she has disclosed self-harm.         |",
      "+---------+--------------------------------------+",
    );
    expect(read).toMatchObject({
      circumstances: "Left after an argument. Mother says she has disclosed self-harm.",
      flags: ["self-harm"],
    });
  });

  it("a label that reaches down over the lines of its value", async () => {
    const { result } = await read(
      aMail({
        type: "text/html; charset=utf-8",
        body: `<p>${identity.join("<br>")}</p><table><tr><td rowspan="2">Missing From</td><td>Oak Lodge</td></tr><tr><td>Mill Lane</td></tr><tr><td rowspan="2">Risk</td><td>Initial</td><td>Low</td></tr><tr><td>Current</td><td>High</td></tr></table>`,
      }),
    );
    expect(flat(result)).toMatchObject({ missingFromAddress: "Oak Lodge, Mill Lane", risk: "high" });
  });

  it("a label alone across its row, its text in the next", async () => {
    expect(await ofRows(["Circumstances", ""], ["Left after tea.", ""], ["Risk", "High"])).toMatchObject({
      circumstances: "Left after tea.",
      risk: "high",
    });
  });

  it("the crossed one of several choices; none crossed is for a person", async () => {
    expect(await ofRows(["Risk", "High", "Medium X", "Low"])).toMatchObject({ risk: "medium" });
    expect((await ofRows(["Risk", "High", "Medium", "Low"])).reasons).toContain("unknown-risk");
  });

  it("headings over lines set with spaces", async () => {
    expect(await ofText("Risk      LAC     Sex", "High      Yes     Female")).toMatchObject({
      risk: "high",
      careStatus: "looked-after",
      sex: "female",
    });
  });

  it("headings over values, with a rule between", async () => {
    expect(await ofText("| Risk | LAC |", "+------+-----+", "| High | Yes |")).toMatchObject({
      risk: "high",
      careStatus: "looked-after",
    });
  });
});

describe("free text", () => {
  it("goes on in small letters, whatever words begin the line", async () => {
    const read = await ofText(
      "Circumstances: Left home. Mother says the",
      "risk: low, as she often comes back.",
    );
    expect(read.risk).toBeUndefined();
    expect(read.circumstances).toContain("risk: low");
  });

  it("ends where a heading or a label nobody knows follows a short line", async () => {
    const read = await ofText(
      "Circumstances: Left home on foot",
      "Clothing: black coat",
      "FOUND DETAILS",
      "Risk: High",
    );
    expect(read).toMatchObject({ circumstances: "Left home on foot", risk: "high" });
    expect(read.unrecognised).toContainEqual({ label: "Clothing", value: "black coat" });
  });

  it("lists go on below blank lines, item by item", async () => {
    const read = await ofText("Warning markers:", "", "• CSE", "• Self-harm", " - Epilepsy");
    expect(read.warnings).toEqual(["CSE", "Self-harm", "Epilepsy"]);
  });

  it("warnings listed under a label nobody knows are kept, and what they say of the child", async () => {
    const read = await ofText("Concerns:", "- CSE", "- Self harm", "Risk: High");
    expect(read).toMatchObject({ risk: "high", flags: ["exploitation", "self-harm"] });
    expect(read.unrecognised[0]?.label).toBe("Concerns");
  });

  it("a remark under a word that names a kind is kept", async () => {
    const read = await ofText("Update: phone now switched off, seen with an older male, CSE concerns");
    expect(read.flags).toContain("exploitation");
  });
});
