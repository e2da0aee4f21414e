import { describe, expect, it } from "vitest";
import { LEICESTERSHIRE, lab, leaveAfterEach } from "./support/console.ts";
import { reportComes } from "./support/facts.ts";
import { looksRight } from "./support/look.ts";
import { picture } from "./support/pictures.ts";
import { someone } from "./support/someone.ts";

/** A missing report whose date of birth nobody can read. */
const withoutBirthday = () =>
  reportComes("quarantined", (mail) => mail.replace("DOB: 04/05/2012", "DOB: <b>not</b> legible"));

const aCoordinator = () =>
  someone({ authority: LEICESTERSHIRE, name: "Cora Lane", mailbox: "ce-team@leicestershire.example" });

const decisionOn = async (mailId: string) =>
  (await lab.decided(LEICESTERSHIRE)).find((one) => one.mailId === mailId);

/** A mail that waits is found, read and decided by clicking alone. */
export const quarantine = (): void => {
  describe("a mail that waits for a person", () => {
    leaveAfterEach();

    it("is released with what its reader says, and is an episode then", async () => {
      const { mailId, reference } = await withoutBirthday();
      const cora = aCoordinator();
      await cora.opensConsole();
      await cora.follows("Mails that wait");
      await cora.opensNewestMail();
      await cora.reads("DOB: <b>not</b> legible", reference, "Why it waits");
      await picture(await cora.page(), "mail-that-waits");
      await cora.presses("Release it");
      await cora.fillsIn("Date of birth", { Day: "31", Month: "2", Year: "2012" });
      await cora.presses("Release the mail");
      await cora.reads("Nothing was decided yet", "has to be a real day");
      await looksRight(await cora.page());
      expect(await cora.valuesIn("Date of birth", ["Day", "Month", "Year"])).toEqual(["31", "2", "2012"]);
      await cora.fillsIn("Date of birth", { Day: "4", Month: "5" });
      await cora.presses("Correct something else as well");
      expect(await cora.valuesIn("Date of birth", ["Day", "Month", "Year"])).toEqual(["4", "5", "2012"]);
      await cora.fills("First names", "Robyn");
      await cora.presses("Release the mail");
      await cora.staysUntil("This mail was released");
      await cora.follows(`Open the episode ${reference}`);
      await cora.reads("Robyn MERLE", "4 May 2012");
      expect(await decisionOn(mailId)).toMatchObject({ decision: { kind: "released" } });
    });

    it("is asked about, and waits on", async () => {
      const { reference } = await withoutBirthday();
      const cora = aCoordinator();
      await cora.opensConsole();
      await cora.follows("Mails that wait");
      await cora.opensNewestMail();
      await cora.reads(reference);
      await cora.presses("Ask the force about it");
      await cora.presses("Ask the force");
      await cora.staysUntil("The force was asked");
      const asked = (await lab.outbox(LEICESTERSHIRE)).at(-1);
      expect(asked?.to).toEqual(["missing-team@leicestershire-police.example"]);
      expect(asked?.text).not.toMatch(/merle|robin/i);
      await cora.presses("Discard it");
      await cora.presses("Discard the mail");
      await cora.staysUntil("Nothing was decided yet");
      await cora.fills("Why nobody needs to act on it", "The force sent it again");
      await cora.presses("Discard the mail");
      await cora.staysUntil("This mail was discarded");
    });

    it("is passed on to whoever is right, and nobody can decide it again", async () => {
      const { mailId } = await withoutBirthday();
      const cora = aCoordinator();
      await cora.opensConsole();
      await cora.follows("Mails that wait");
      await cora.opensNewestMail();
      const aside = await cora.aside("button", "Attach it to an episode");
      await cora.presses("Pass it on");
      await cora.chooses("To whom?", "Safer Returns Project");
      await cora.fills("Why it is theirs", "They know the family");
      await cora.presses("Pass the mail on");
      await cora.staysUntil("This mail was passed on");
      // The other window's form is for a mail that waits no longer.
      await aside.fills("The episode's police reference", "MP/26/410001");
      await aside.presses("Attach the mail");
      await aside.staysUntil("This mail was passed on");
      expect(await decisionOn(mailId)).toMatchObject({ decision: { kind: "passed-on" } });
    });
  });
};
