import { beforeAll, describe, expect, it } from "vitest";
import { openLab } from "../../localstack/lab/api.ts";
import type { SentMail } from "../../localstack/lab/mail/outbox.ts";
import { beginning, inOrder } from "../../localstack/lab/story/story.ts";
import { tell } from "../../localstack/lab/story/teller.ts";
import { derbyshireMails } from "./derbyshire/mails.ts";
import { derbyshireSteps } from "./derbyshire/steps.ts";
import { rutlandMails } from "./rutland/mails.ts";
import { rutlandSteps } from "./rutland/steps.ts";
import { CERYS } from "./rutland/who.ts";
import { expectedMails, sentMails } from "./support/expected.ts";
import { freshLab } from "./support/fresh-lab.ts";
import { storySettings } from "./support/settings.ts";
import { torbayMails } from "./torbay/mails.ts";
import { torbaySteps } from "./torbay/steps.ts";
import { DAVY, PIRAN, TEGAN } from "./torbay/who.ts";

const lab = openLab(storySettings);
const moments = inOrder([...torbaySteps, ...rutlandSteps, ...derbyshireSteps]);

/** After the next daily list: nobody is left on it. */
const ending = Date.parse("2026-11-03T09:00:00Z");

const stories = [
  { authority: "torbay", expected: torbayMails },
  { authority: "rutland", expected: rutlandMails },
  { authority: "derbyshire", expected: derbyshireMails },
];

/** Each protocol from the first mail to the closed episode, over the end of summer time. */
describe("the stories of Torbay, Rutland and Derbyshire", () => {
  const timeline: string[] = [];
  let outbox: SentMail[] = [];

  freshLab(lab, { authorities: stories.map((s) => s.authority), at: beginning(moments) });

  beforeAll(async () => {
    await tell(lab, moments, ending, (line) => timeline.push(line));
    outbox = await lab.outbox();
  });

  it.each(stories)(
    "sends each mail $authority's protocol asks for, to whom and when, and no other",
    async ({ authority, expected }) => {
      expect(sentMails(await lab.outbox(authority))).toEqual(expectedMails(expected));
    },
  );

  it("sends nobody else anything", () => {
    const all = stories.flatMap(({ expected }) => Object.values(expectedMails(expected)).flat());
    expect(outbox).toHaveLength(all.length);
  });

  it.each(stories)("closes every episode of $authority", async ({ authority, expected }) => {
    const episodes = await lab.episodes(authority);
    expect(Object.fromEntries(episodes.map((e) => [e.reference, e.status]))).toEqual(
      Object.fromEntries(
        Object.keys(expected.mails)
          .filter((name) => name !== "reports")
          .map((reference) => [reference, reference === CERYS ? "cancelled" : "closed"]),
      ),
    );
    const executions = await lab.executions(authority);
    expect(new Set(executions.map((e) => e.status))).toEqual(new Set(["SUCCEEDED"]));
  });

  it.each([
    ["TOR-17: a nil return before the letter", /nil-return\. Refused\. TOR-17, local practice/],
    ["TOR-31: a record without observations", /written-record\. Refused\. TOR-31, clause 3\.1/],
    ["RUT-03: a case review without its three decisions", /review-held\. Refused\. RUT-03, clause step 3/],
    ["RUT-10: a signature before the form", /sign-off\. Refused\. RUT-10, local practice/],
    ["DBS-14: a prevention visit over the telephone", /prevention-visit\. Refused\. DBS-14, clause 6\.6/],
    ["DBS-28: a signature before the form", /sign-off\. Refused\. DBS-28, clause 6\.7/],
  ])("refuses %s", (_what, refusal) => {
    expect(timeline.join("\n")).toMatch(refusal);
  });

  it("TOR-00: asks for no contact with a child another authority placed, and says why", async () => {
    const { duties } = await lab.episode(TEGAN, "torbay");
    const asked = duties.filter((d) => d.duty === "contact" || d.duty === "return-interview");
    expect(asked.map((d) => [d.state, d.reason])).toEqual(
      Array(2).fill(["not-required", "placed by another authority: these standards do not apply (intro)"]),
    );
  });

  it("ALL-09: what is disclosed after an interview was sent goes to whoever has it, marked, the concern first", () => {
    const copies = outbox.filter(
      ({ episode, subject }) => episode === DAVY && /^\S+ AGAIN, with/.test(subject),
    );
    expect(copies.map(({ to }) => to.join()).toSorted()).toEqual([
      "childrens-services@torbay.example",
      "missing-business-support@torbay.example",
      "missing-safeguarding@dc-police.example",
      "safeguarding-hub@torbay.example",
    ]);
    for (const { text } of copies) {
      const [concern, reasons] = ["A man waits for him", "Trouble at school"].map((one) => text.indexOf(one));
      expect(concern).toBeGreaterThan(0);
      expect(concern).toBeLessThan(reasons ?? 0);
    }
  });

  it("ALL-21: once another child's interview is taken back, nobody is to load it and his own is asked for", async () => {
    const { duties } = await lab.episode(PIRAN, "torbay");
    expect(duties.filter((d) => d.duty === "record-loaded")).toEqual([]);
    expect(duties.find((d) => d.duty === "return-interview")).toMatchObject({ state: "not-required" });
  });

  it("names no child in a subject", () => {
    for (const { subject } of outbox)
      expect(subject).not.toMatch(
        /davy|penrose|piran|carne|cerys|duxbury|jowan|tregenza|tegan|rowe|mina|ashwell|oscar|lennox|rosie|hallam/i,
      );
  });
});
