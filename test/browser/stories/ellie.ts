import { expect } from "vitest";
import { LEICESTERSHIRE, person } from "../support/console.ts";
import { linkIn, withoutScript } from "../support/someone.ts";
import { type Moment, mailComes, moment } from "./moments.ts";

const samples = "test/fixtures/compacts";
const domain = "leicestershire.example";
export const ELLIE = "MP/26/004417";

export const cora = withoutScript({
  authority: LEICESTERSHIRE,
  name: "Cora Lane",
  mailbox: `ce-team@${domain}`,
});
export const sade = withoutScript({
  authority: LEICESTERSHIRE,
  name: "Sade Okoro",
  mailbox: `s.okoro@${domain}`,
});
export const morgan = withoutScript({
  authority: LEICESTERSHIRE,
  name: "Morgan Haines",
  mailbox: `m.haines@${domain}`,
});

const police = "Missingreturninterviews@leicestershire.pnn.police.uk";
const words = "Ellie, you told us about this in your own words.";

/** From the first mail to the report whose arrival a partner confirms: whatever a person does is done by hand. */
export const ellie: readonly Moment[] = [
  mailComes(LEICESTERSHIRE, `${samples}/1-missing-plain.eml`, "applied"),
  moment("2026-11-15T09:30:00Z", "Cora opens the mail, reads whose it is and allocates", async () => {
    await cora.opensMail("Triage the missing episode");
    await cora.reads("Ellie", ELLIE, "LEI-01, clause 1");
    await cora.records("Triage the missing episode", "Allocate to a worker");
    await cora.fills("Worker's e-mail address", `s.okoro@${domain}`);
    await cora.fills("Their line manager's e-mail address", `m.haines@${domain}`);
    await cora.chooses("Is the line manager a registered social worker?", "Yes");
    await cora.presses("Record");
    await cora.reads("Allocated to a worker", `s.okoro@${domain}`);
  }),
  mailComes(LEICESTERSHIRE, `${samples}/2-found-plain.eml`, "applied"),
  mailComes(LEICESTERSHIRE, `${samples}/8-automatic-reply.eml`, "quarantined"),
  moment("2026-11-16T09:00:00Z", "Cora discards the machine's answer that waits", async () => {
    await cora.opensConsole();
    await cora.follows("Mails that wait");
    await cora.reads("Written by machines");
    await cora.opensNewestMail();
    await cora.reads("I am on rest days until Thursday.");
    await cora.presses("Discard it");
    await cora.fills("Why nobody needs to act on it", "An officer's rest days");
    await cora.presses("Discard the mail");
    await cora.staysUntil("This mail was discarded");
  }),
  moment("2026-11-16T10:00:00Z", "Sade opens the mail and records that nobody answered", async () => {
    await sade.opensMail("Contact the child");
    await sade.reads("Whom you may contact");
    await sade.records("Contact the child", "Record an attempt at contact");
    await sade.chooses("How", "Telephone call");
    await sade.chooses("Who you tried to reach", "Child");
    await sade.fills("What came of it", "No answer");
    await sade.presses("Record");
    await sade.reads("No answer");
  }),
  moment("2026-11-16T15:30:00Z", "Sade tries again by text, from her work list", async () => {
    await sade.opensConsole();
    await sade.opensEpisode(ELLIE);
    await sade.records("Contact the child", "Record an attempt at contact");
    await sade.chooses("How", "Text message");
    await sade.chooses("Who you tried to reach", "Child");
    await sade.presses("Record");
  }),
  moment("2026-11-17T17:15:00Z", "Sade reaches Ellie and books the interview", async () => {
    await sade.opensMail("Contact the child");
    await sade.records("Contact the child", "Record contact made");
    await sade.chooses("Who you spoke to", "Child");
    await sade.chooses("How", "Telephone call");
    await sade.presses("Record");
    await sade.unfolds("Record something else", "Book the interview");
    await sade.dates("When it will be held", "2026-11-19T16:00:00Z");
    await sade.fills("Where", "Fosse Park Academy");
    await sade.presses("Record");
    await sade.reads("Interview booked", "Fosse Park Academy");
  }),
  moment("2026-11-19T17:12:00Z", "Sade records the interview, and is asked why it is late", async () => {
    await sade.opensMail("Hold the return interview");
    await sade.records("Hold the return interview", "Record that the interview was held");
    await sade.chooses("How", "Face to face");
    await sade.fills("Where", "Fosse Park Academy");
    await sade.chooses("Was the interviewer independent?", "Yes");
    await sade.chooses("Is there a concern about exploitation?", "Yes");
    await sade.fills("What whoever gets the record has to see first", "An older friend pays for her phone.");
    await sade.presses("Record");
    await sade.reads("There is a problem", "The 72 hours have passed", "clause 8");
    await sade.fills("If it was late, why?", "Ellie asked to meet at school after her exam on Thursday");
    await sade.presses("Record");
    await sade.reads("An older friend pays for her phone.", "after her exam on Thursday");
    await sade.records("Offer the child a copy", "Record that the child was offered a copy");
    await sade.chooses("What the child answered", "Yes");
    await sade.presses("Record");
  }),
  moment(
    "2026-11-20T10:00:00Z",
    "Sade completes the toolkit, writes the interview up and hands it in",
    async () => {
      await sade.opensMail("Write the interview up");
      await sade.unfolds("Record something else", "Record the exploitation toolkit");
      await sade.chooses("What was done", "Completed");
      await sade.presses("Record");
      await sade.records("Write the interview up", "Write up the interview");
      await sade.writesEverySection(words);
      await sade.chooses("Is it written to the child?", "Yes");
      await sade.presses("Hand the record in");
      await sade.reads("Interview written up");
    },
  ),
  moment("2026-11-20T14:30:00Z", "Morgan reads the record and countersigns it", async () => {
    await morgan.opensMail("Countersign the return interview");
    await morgan.records("Countersign the return interview", "Countersign the record");
    await morgan.reads(words, "Countersign it", "Or send it back");
    await morgan.fills("Next steps", "Safety plan with Ellie and her mother on Monday");
    await morgan.presses("Countersign");
    await morgan.reads("Record countersigned");
  }),
  moment("2026-11-20T15:00:00Z", "Morgan oversees the concern", async () => {
    await morgan.records("Oversee the concern", "Record a manager's oversight");
    await morgan.fills("What came of it", "Exploitation meeting asked for");
    await morgan.presses("Record");
    await morgan.reads("Exploitation meeting asked for");
  }),
  moment(
    "2026-11-20T15:15:00Z",
    "Sade files the account and changes the plan, and nothing is due any more",
    async () => {
      await sade.opensMail("Give the child their copy");
      await sade.records("Write the full account", "Record that the record is in the case file");
      await sade.presses("Record");
      await sade.records("Build the interview into", "Record that something else was done");
      await sade.chooses("What it was for", "Build the interview into the assessment and the plan");
      await sade.fills("What came of it", "The plan says whom Ellie rings");
      await sade.presses("Record");
      await sade.reads("Nothing is due.", "The plan says whom Ellie rings");
    },
  ),
  moment(
    "2026-11-20T15:30:00Z",
    "the police confirm by the mail's link that the report arrived",
    async () => {
      const officer = await person({ javaScriptEnabled: false });
      await officer.goto(await linkIn(LEICESTERSHIRE, police, ELLIE, /https:\S+\/ack\/\S+/));
      await officer
        .getByRole("textbox", { name: "Your name and office" })
        .fill("PC Ada Rowan, return interviews");
      await officer.getByRole("button", { name: "Confirm that it arrived" }).click();
      await officer.getByText("The council knows that the report arrived.").waitFor();
      expect(await officer.getByText(/Ellie|Ashdown/i).count()).toBe(0);
      await cora.opensMail("Triage the missing episode");
      await cora.reads(
        "Closed",
        "A partner confirmed that the report arrived",
        "PC Ada Rowan, return interviews",
      );
    },
  ),
];
