import { Template } from "aws-cdk-lib/assertions";
import { expect, it } from "vitest";
import { readAuthority } from "../../../infra/read-authority.ts";
import { foundCompact } from "../../builders/events.ts";
import { inShort, mailsUntil } from "../../builders/timetable.ts";
import { aStack } from "../../infra/template.ts";

const read = readAuthority("northmoor", new URL("../../fixtures/profiles/", import.meta.url));
if (!read.ok) throw new Error(read.error.join("\n"));
const profile = read.value;
// Home on a Saturday at noon; the clocks go back that night.
const home = foundCompact({ force: "moor-police", returnedAt: "2026-10-24T12:00:00+01:00" });
const mails = (rule: string, until: string) => inShort(mailsUntil({ profile, events: [home] }, until), rule);
const [TEAM, MANAGER] = ["missing-team@northmoor.example", "missing-manager@northmoor.example"];

it("NOR-01, clause 2: nobody spoke to the child within 24 hours: the manager is told, not a second sooner", () => {
  expect(mails("NOR-01", "2026-10-25T10:59:59Z")).toEqual([]);
  expect(mails("NOR-01", "2026-10-25T11:00:00Z")).toEqual([`2026-10-25T11:00:00Z limit -> ${MANAGER}`]);
});

it("NOR-02, clause 3: the interview is due at 17:00 on the third working day", () => {
  const told = `2026-10-24T11:30:00Z told -> ${TEAM}`;
  expect(mails("NOR-02", "2026-10-28T16:59:59Z")).toEqual([told]);
  expect(mails("NOR-02", "2026-10-28T17:00:00Z")).toEqual([
    told,
    `2026-10-28T17:00:00Z limit -> ${TEAM}, ${MANAGER}`,
  ]);
});

it("its stack is synthesised from the profile alone", () => {
  const template = JSON.stringify(Template.fromStack(aStack({ profile })).toJSON());
  expect(template).toContain('"ses:FromAddress":"safe-return@northmoor.example"');
});
