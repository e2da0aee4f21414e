import { DERBY } from "../support/console.ts";
import { picture } from "../support/pictures.ts";
import { type Someone, withoutScript } from "../support/someone.ts";
import { type Moment, mailComes, moment } from "./moments.ts";

const samples = "test/fixtures/compacts";
const earlier = "localstack/lab/story";
const domain = "derby.example";
export const DANIEL = "DP-MIS-2026-1183";

export const cora = withoutScript({
  authority: DERBY,
  name: "Cora Lane",
  mailbox: `missing-coordinator@${domain}`,
});
export const jules = withoutScript({ authority: DERBY, name: "Jules Marsh", mailbox: `j.marsh@${domain}` });
export const pat = withoutScript({ authority: DERBY, name: "Pat Adeyemi", mailbox: `p.adeyemi@${domain}` });

const allocates = async (who: Someone, duty: string): Promise<void> => {
  await who.records(duty, "Allocate to a worker");
  await who.fills("Worker's e-mail address", `j.marsh@${domain}`);
  await who.fills("Their line manager's e-mail address", `p.adeyemi@${domain}`);
  await who.presses("Record");
  await who.reads("Allocated to a worker");
};

const declines = async (reference: string): Promise<void> => {
  await jules.opensMail(`${reference}: Found compact`);
  await jules.records("Hold the return interview", "Record a refusal of the interview");
  await jules.chooses("Who refused", "Child");
  await jules.fills("Why, in their words", "Daniel did not want to talk");
  await jules.presses("Record");
  await jules.reads("Daniel did not want to talk");
};

/** In care, missing for the third time in thirty days, found after 55 hours; the interview is held after its limit. */
export const daniel: readonly Moment[] = [
  mailComes(DERBY, `${earlier}/daniel-1-missing.eml`, "applied"),
  mailComes(DERBY, `${earlier}/daniel-2-found.eml`, "applied"),
  moment("2026-11-07T09:30:00Z", "Cora allocates the first episode from the mail", async () => {
    await cora.opensMail("DP-MIS-2026-1098: Allocate");
    await allocates(cora, "Allocate the found child");
  }),
  moment("2026-11-08T16:00:00Z", "Jules records that Daniel does not want to talk", () =>
    declines("DP-MIS-2026-1098"),
  ),
  mailComes(DERBY, `${earlier}/daniel-3-missing.eml`, "applied"),
  mailComes(DERBY, `${earlier}/daniel-4-found.eml`, "applied"),
  moment("2026-11-13T09:15:00Z", "Cora allocates the second from her work list", async () => {
    await cora.opensConsole();
    await cora.opensEpisode("DP-MIS-2026-1131");
    await allocates(cora, "Allocate the found child");
  }),
  moment("2026-11-14T11:00:00Z", "Jules records that he does not want to talk again", () =>
    declines("DP-MIS-2026-1131"),
  ),
  mailComes(DERBY, `${samples}/3-missing-html-table.eml`, "applied"),
  mailComes(DERBY, `${samples}/5-update-risk.eml`, "applied"),
  moment("2026-11-16T09:30:00Z", "Cora sees the third episode, what came before, and allocates", async () => {
    await cora.opensMail(`${DANIEL}: Allocate`);
    await cora.reads("Daniel OKAFOR", "Another episode of this child (2)");
    await allocates(cora, "Allocate the missing child");
  }),
  moment("2026-11-16T14:00:00Z", "Cora records what the police decided", async () => {
    await cora.unfolds("Record something else", "Record what the police decided");
    await cora.chooses("What they decided", "High");
    await cora.presses("Record");
    await cora.reads("What the police decided");
  }),
  moment("2026-11-17T10:00:00Z", "Jules considers the threshold after a day", async () => {
    await jules.opensMail("Consider the safeguarding threshold");
    await jules.records("Consider the safeguarding threshold", "Record that the threshold was considered");
    await jules.fills("What came of it", "Significant harm is likely");
    await jules.presses("Record");
    await jules.reads("Significant harm is likely");
  }),
  mailComes(DERBY, `${samples}/6-no-apparent-risk.eml`, "applied"),
  mailComes(DERBY, `${samples}/4-found-bold-br.eml`, "applied"),
  moment(
    "2026-11-22T09:00:00Z",
    "Cora sees what fell due at the weekend and who was told, and pins a note",
    async () => {
      await cora.opensConsole();
      await cora.reads(
        "Fell due since Fri 20 Nov 2026, 17:00",
        DANIEL,
        "Hold the return interview",
        "25 hours overdue",
      );
      await picture(await cora.page(), "work-list");
      await cora.follows("Handover");
      await cora.presses("Pin it for the next person");
      await cora.reads(DANIEL);
    },
  ),
  moment(
    "2026-11-23T08:00:00Z",
    "Pat takes the note over, and finds whom the overdue interview was told",
    async () => {
      await pat.opensConsole();
      await pat.reads("Handover", DANIEL);
      await pat.presses("I have read it and take over");
      await pat.opensEpisode(DANIEL);
      await picture(await pat.page(), "episode");
      await pat.follows("Who was told what");
      await pat.reads("Hold the return interview", `head-of-service@${domain}`, "clause F; 6.7");
    },
  ),
  moment("2026-11-23T16:30:00Z", "Jules holds the interview at last, and says why it is late", async () => {
    await jules.opensMail("Hold the return interview");
    await jules.records("Hold the return interview", "Record that the interview was held");
    await jules.chooses("How", "Face to face");
    await jules.fills("Where", "Oak Lodge");
    await jules.chooses("Was the interviewer independent?", "Yes");
    await jules.fills("If it was late, why?", "Daniel asked for Monday, after contact with his brother");
    await jules.presses("Record");
    await jules.reads("Interview was held", "after contact with his brother");
  }),
];
