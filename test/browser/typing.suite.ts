import { beforeAll, describe, expect, it } from "vitest";
import { chooseUser, LEICESTERSHIRE, lab, leaveAfterEach } from "./support/console.ts";
import { reportComes } from "./support/facts.ts";
import type { Hands } from "./support/hands.ts";
import { looksRight } from "./support/look.ts";
import { type Someone, someone } from "./support/someone.ts";

const domain = "leicestershire.example";
const aCoordinator = () =>
  someone({ authority: LEICESTERSHIRE, name: "Cora Lane", mailbox: `ce-team@${domain}` });
const aManager = () =>
  someone({ authority: LEICESTERSHIRE, name: "Morgan Haines", mailbox: `m.haines@${domain}` });

const HALF_AN_HOUR_S = 1_800;
const FIFTEEN_HOURS_S = 15 * 3_600;

/** Nothing typed is lost, and nothing is done twice. */
export const typing = (): void => {
  describe("what somebody types", () => {
    leaveAfterEach();
    let reference = "";

    const opens = async (who: Someone): Promise<void> => {
      await who.opensConsole();
      await who.opensEpisode(reference);
    };
    const startsNote = async (who: Someone, text: string): Promise<void> => {
      await opens(who);
      await who.unfolds("Record something else", "Write a note");
      await who.fills("Note", text);
    };
    /** As whoever looks later finds it. */
    const timesRecorded = async (text: string): Promise<number> => {
      const other = aCoordinator();
      await opens(other);
      return (await other.page()).locator(".moj-timeline").getByText(text).count();
    };

    beforeAll(async () => {
      ({ reference } = await reportComes("applied"));
    });

    it("is kept where somebody was quicker: the second is shown what changed, and decides again", async () => {
      const [cora, morgan] = [aCoordinator(), aManager()];
      await Promise.all([opens(cora), opens(morgan)]);
      for (const who of [cora, morgan]) await who.records("Triage the missing", "Allocate to a worker");
      await morgan.fills("Worker's e-mail address", `first@${domain}`);
      await morgan.presses("Record");
      await morgan.reads("Recorded: Allocated to a worker");
      await cora.fills("Worker's e-mail address", `s.okoro@${domain}`);
      await cora.presses("Record");
      await cora.reads(
        "Nothing was recorded yet",
        "Allocated to a worker by Morgan Haines",
        `first@${domain}`,
      );
      await looksRight(await cora.page());
      expect(await cora.valueOf("Worker's e-mail address")).toBe(`s.okoro@${domain}`);
      await cora.presses("Record it all the same");
      await cora.reads("Recorded: Allocated to a worker", `s.okoro@${domain}`);
    });

    it("is shown as text, whatever it is", async () => {
      const cora = aCoordinator();
      const strange = '<script>alert(1)</script><b>bold</b> &amp; "said" 𝔘𝔫𝔦 👩‍👧 \u202Ertl\u202C Zoë';
      await startsNote(cora, strange);
      await cora.presses("Record");
      await cora.reads("Recorded: Note", strange);
      expect(await (await cora.page()).locator("main script, main b").count()).toBe(0);
    });

    it("comes back where the session ended in mid-form, is recorded by nobody, and then once", async () => {
      const cora = aCoordinator();
      await startsNote(cora, "Typed before the telephone rang");
      await lab.advanceBy(HALF_AN_HOUR_S + 60);
      await cora.presses("Record");
      expect(await cora.valueOf("Note")).toBe("Typed before the telephone rang");
      await looksRight(await cora.page());
      expect(await timesRecorded("Typed before the telephone rang")).toBe(0);
      await cora.presses("Record");
      await cora.reads("Recorded: Note");
      expect(await timesRecorded("Typed before the telephone rang")).toBe(1);
    });

    it("comes back on every kind of form, in every window that was open overnight", async () => {
      await reportComes("quarantined", (mail) => mail.replace("DOB: 04/05/2012", "DOB: not legible"));
      const morgan = aManager();
      await opens(morgan);
      const interview = await morgan.aside("link", "Write the interview up");
      await interview.opensSection();
      const mail = await morgan.aside("link", "Mails that wait");
      await mail.opensNewestMail();
      await mail.presses("Attach it to an episode");
      const people = await morgan.aside("link", "People");
      await people.follows("Change Ce team");
      const handover = await morgan.aside("link", "Handover");
      await morgan.unfolds("Record something else", "Write a note");
      const windows: [window: Hands, label: string, text: string, button: string, then: string][] = [
        [morgan, "Note", "A note of last night", "Record", "Recorded: Note"],
        [interview, "About", "Robin's own words", "Save and go back to the list", "Saved."],
        [mail, "The episode's police reference", reference, "Attach the mail", "This mail was attached"],
        [people, "Why", "They moved", "Change it", "They moved"],
        [handover, "What the next person", "Ring the force", "Pin it for the next person", "Ring the force"],
      ];
      for (const [window, label, text] of windows) await window.fills(label, text);
      await lab.advanceBy(FIFTEEN_HOURS_S);
      await morgan.presses("Record");
      await chooseUser(await morgan.page(), "Morgan Haines");
      for (const [window, , , button] of windows.slice(1)) await window.presses(button);
      for (const [window, label, text] of windows) expect(await window.valueOf(label)).toBe(text);
      for (const [window, , , button, then] of windows) {
        await window.presses(button);
        await window.staysUntil(then);
      }
    });

    it("is done once, however often its button is pressed, and by no way back", async () => {
      const cora = aCoordinator();
      await startsNote(cora, "Pressed twice");
      await cora.pressesTwice("Record");
      await cora.staysUntil("Recorded: Note");
      expect(await timesRecorded("Pressed twice")).toBe(1);
      await cora.goesBack();
      await cora.fills("Note", "Pressed twice");
      await cora.presses("Record");
      await cora.reads("You recorded the same", "Nothing was recorded now");
      await looksRight(await cora.page());
      expect(await timesRecorded("Pressed twice")).toBe(1);
    });

    it("gives many episodes to somebody once, and says so after a second press", async () => {
      const others = [await reportComes("applied"), await reportComes("applied")];
      const cora = aCoordinator();
      await cora.opensConsole();
      for (const other of others) await cora.ticks(`Tick ${other.reference} to allocate it`);
      await cora.presses("Allocate the ticked episodes");
      await cora.chooses("For how long?", "For good");
      await cora.fills("Worker's e-mail address", `n.hale@${domain}`);
      await cora.presses("Go on");
      await cora.reads("Check before you allocate", ...others.map((one) => one.reference));
      await looksRight(await cora.page());
      await cora.pressesTwice("Allocate 2 episodes");
      await cora.staysUntil("2 episodes allocated");
      for (const other of others) {
        const { events } = await lab.episode(other.reference, LEICESTERSHIRE);
        expect(events.filter(({ type }) => type === "allocate")).toHaveLength(1);
      }
    });

    it("meets a duty that ended meanwhile: the form says so, with how and when", async () => {
      const [cora, morgan] = [aCoordinator(), aManager()];
      const { reference: own } = await reportComes("applied");
      for (const who of [cora, morgan]) {
        await who.opensConsole();
        await who.opensEpisode(own);
      }
      await morgan.records("Triage the missing", "Allocate to a worker");
      await morgan.fills("Worker's e-mail address", `s.okoro@${domain}`);
      await morgan.presses("Record");
      await morgan.reads("Recorded: Allocated to a worker");
      // Her page is older than that, and its link is still there to be followed.
      await cora.records("Triage the missing", "Allocate to a worker");
      await cora.reads("Triage the missing episode", "has ended meanwhile: done", "you can still record it");
      await looksRight(await cora.page());
    });
  });
};
