import { describe, expect, it } from "vitest";
import { actionSchemas } from "../../../functions/domain/episode/actions.ts";
import { readMailFile } from "../../../localstack/lab/files.ts";
import { readHeaders, recipientsIn } from "../../../localstack/lab/mail/mail-headers.ts";
import { tellMails } from "../../../localstack/lab/story/mails-out.ts";
import { beginning, ending, story } from "../../../localstack/lab/story/story.ts";

const moments = story();

describe("the story npm start tells", () => {
  it("sends samples 1 to 6 and 8 and two earlier episodes of Daniel, in the order of their dates", () => {
    const files = moments.flatMap(({ step }) => (step.kind === "mail" ? [step.file.split("/").at(-1)] : []));
    expect(files).toEqual([
      "daniel-1-missing.eml",
      "daniel-2-found.eml",
      "daniel-3-missing.eml",
      "daniel-4-found.eml",
      "1-missing-plain.eml",
      "2-found-plain.eml",
      "8-automatic-reply.eml",
      "3-missing-html-table.eml",
      "5-update-risk.eml",
      "6-no-apparent-risk.eml",
      "4-found-bold-br.eml",
    ]);
  });

  it("has the lab up before the first mail and ends after the last", () => {
    const times = moments.map((m) => m.at);
    expect(beginning(moments)).toBeLessThan(Math.min(...times));
    expect(ending).toBeGreaterThan(Math.max(...times));
  });

  it("addresses every mail to the authority it is told of", () => {
    for (const { step } of moments)
      if (step.kind === "mail")
        expect(recipientsIn(readHeaders(readMailFile(step.file)))[0]).toContain(step.authority.split("-")[0]);
  });

  it("records only what the actions take", () => {
    for (const { step } of moments)
      if (step.kind === "person") expect(actionSchemas[step.action].safeParse(step.data).success).toBe(true);
  });
});

describe("mails in the timeline", () => {
  const mail = { to: ["a@b.example"], episode: null, text: "Title\nIt is due in 24 hours." };
  const told = (...mails: { at: string; rule: string; subject: string }[]): string[] => {
    const lines: string[] = [];
    tellMails((line) => lines.push(line))(mails.map((m) => ({ ...mail, ...m })));
    return lines;
  };

  it("fold neighbouring daily lists into one line", () => {
    const list = (day: string) => ({
      at: `2026-11-${day}T08:00:00Z`,
      rule: "digest",
      subject: "Today's list",
    });
    expect(told(list("02"), list("03"), list("04"))).toEqual([
      expect.stringMatching(/^Mon 02 Nov 08:00 .*daily until Wed 04 Nov 08:00 {2}→ a@b\.example$/),
    ]);
  });

  it("say what is new where the subject was seen before", () => {
    const rung = {
      at: "2026-11-17T09:50:00Z",
      rule: "LEI-04",
      subject: "MP/1: Hold it (LEI-04, clause intro)",
    };
    const [first, second] = told(rung, rung);
    expect(first).not.toContain("24 hours");
    expect(second).toContain("“It is due in 24 hours.”");
  });
});
