import { describe, it } from "vitest";
import { chooseUser, LEICESTERSHIRE, leadsOn, leaveAfterEach, person, urlOf } from "./support/console.ts";
import { reportComes } from "./support/facts.ts";
import { tabsTo } from "./support/keys.ts";

/** A form is found, filled and sent without a mouse. */
export const keyboard = (): void => {
  describe("with the keyboard alone", () => {
    leaveAfterEach();

    it("somebody signs in, skips the menu, finds an episode and records an attempt at contact", async () => {
      const { reference } = await reportComes("applied");
      const page = await person();
      await page.goto(urlOf(LEICESTERSHIRE));
      await chooseUser(page, "Cora Lane");
      const { keyboard } = page;
      const enters = () => leadsOn(page, () => keyboard.press("Enter"));
      await keyboard.press("Tab");
      await keyboard.press("Enter");
      await page.locator("main:target").waitFor();
      await tabsTo(page, "Search and filter");
      await keyboard.press("Enter");
      await tabsTo(page, "Reference, name or date of birth");
      await keyboard.type(reference);
      await enters();
      await page.getByText("1 open episode").waitFor();
      await tabsTo(page, `Robin MERLE, ${reference}`);
      await enters();
      await tabsTo(page, "Record something else");
      await keyboard.press("Enter");
      await tabsTo(page, "Record an attempt at contact");
      await enters();
      await tabsTo(page, "Telephone call");
      await keyboard.press("ArrowDown");
      await tabsTo(page, "Child");
      await keyboard.press("Space");
      await tabsTo(page, "What came of it (optional)");
      await keyboard.type("Sent with no mouse");
      await tabsTo(page, "Record");
      await enters();
      await page.locator(".moj-timeline").getByText("Sent with no mouse").waitFor();
      await page.locator(".moj-timeline").getByText("Text").first().waitFor();
    });
  });
};
