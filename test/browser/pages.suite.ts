import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { DANIEL } from "./stories/daniel.ts";
import { ELLIE } from "./stories/ellie.ts";
import { chooseUser, DERBY, LEICESTERSHIRE, lab, leaveAfterAll, person, urlOf } from "./support/console.ts";
import { reportComes } from "./support/facts.ts";
import { walksByKeyboard } from "./support/keys.ts";
import { looksRight, unseenKinds } from "./support/look.ts";
import { linkIn } from "./support/someone.ts";

const HALF_AN_HOUR_S = 1_800;
const reportsMailbox = "Cfs.cse.team@leics.gov.uk";

/** Every kind of page fits, reads and works for whoever has a phone, a reader or no mouse. */
export const pages = (): void => {
  describe("every kind of page fits a phone, is clean for axe and is walked by keyboard", () => {
    leaveAfterAll();
    const windows = new Map<string, Page>();

    const signedIn = async (authority: string, name: string): Promise<Page> => {
      const key = `${authority} ${name}`;
      const known = windows.get(key) ?? (await person());
      windows.set(key, known);
      return known;
    };
    const goesTo = async (authority: string, name: string, path: string): Promise<Page> => {
      const page = await signedIn(authority, name);
      await page.goto(`${urlOf(authority)}${path}`);
      if (await page.getByRole("heading", { name: "Sign in to the lab" }).count())
        await chooseUser(page, name);
      return page;
    };
    const isWhole = async (page: Page): Promise<void> => {
      await looksRight(page);
      await walksByKeyboard(page);
    };
    const episodeOf = async (reference: string, authority: string): Promise<string> =>
      `/episodes/${(await lab.episode(reference, authority)).id}`;

    it.each([
      "/work",
      "/work?q=Daniel&group=not-due",
      "/work/open",
      "/load",
      "/handover",
      "/people",
      "/people/coordinator",
      "/sheet",
      "/quarantine",
      "/nothing",
    ])("%s", async (path) => isWhole(await goesTo(DERBY, "Pat Adeyemi", path)));

    it.each([
      "",
      "/told",
      "/do/interview-held",
      "/do/allocate",
      "/do/meeting-held",
      "/interview",
      "/interview/section/child-account",
      "/interview/print",
      "/review",
    ])("Daniel's episode: %s", async (path) =>
      isWhole(await goesTo(DERBY, "Pat Adeyemi", `${await episodeOf(DANIEL, DERBY)}${path}`)),
    );

    it("the form that allocates several", async () => {
      const { id } = await lab.episode(DANIEL, DERBY);
      await isWhole(await goesTo(DERBY, "Pat Adeyemi", `/work/allocate?episode=${id}`));
    });

    it("the words of a report that were not read", async () => {
      const { mailId, reference } = await reportComes(
        "applied",
        (mail) => `${mail}Seen with: an older friend\r\n`,
      );
      const at = await episodeOf(reference, LEICESTERSHIRE);
      const page = await goesTo(LEICESTERSHIRE, "Morgan Haines", `${at}/mails/${mailId}`);
      await page.getByText("an older friend").waitFor();
      await isWhole(page);
    });

    it.each(["", "/review", "/interview/print"])("Ellie's closed episode: %s", async (path) =>
      isWhole(
        await goesTo(LEICESTERSHIRE, "Morgan Haines", `${await episodeOf(ELLIE, LEICESTERSHIRE)}${path}`),
      ),
    );

    it("a mail that waits, each form that decides it, and the page that waits for the decision", async () => {
      const { mailId } = await reportComes("quarantined", (mail) =>
        mail.replace("DOB: 04/05/2012", "DOB: not legible"),
      );
      for (const way of ["?read=1", "/release", "/attach", "/discard", "/pass-on", "/ask"])
        await isWhole(await goesTo(LEICESTERSHIRE, "Cora Lane", `/quarantine/${mailId}${way}`));
      const page = await signedIn(LEICESTERSHIRE, "Cora Lane");
      await lab.advanceBy(HALF_AN_HOUR_S + 60);
      await page.getByRole("button", { name: "Ask the force" }).click();
      const kept = new URL(page.url()).pathname.split("/").at(-1);
      await page.goto(`${urlOf(LEICESTERSHIRE)}/quarantine/${mailId}/deciding/${kept}?looked=40`);
      // It looks again by itself, and would do so in the middle of being looked at.
      await page.route("**/deciding/**", () => undefined);
      await isWhole(page);
    });

    it("what anybody may open: the accessibility statement, a partner's link, signed out", async () => {
      const page = await person();
      const link = await linkIn(LEICESTERSHIRE, reportsMailbox, ELLIE, /https:\S+\/ack\/\S+/);
      for (const url of [
        `${urlOf(DERBY)}/accessibility`,
        `${urlOf(DERBY)}/signed-out`,
        link,
        `${link}?confirmed=yes`,
      ]) {
        await page.goto(url);
        await isWhole(page);
      }
    });

    it("and there is none besides", () => {
      expect(unseenKinds()).toEqual([]);
    });
  });
};
