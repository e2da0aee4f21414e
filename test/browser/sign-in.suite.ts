import { beforeAll, describe, expect, it } from "vitest";
import { missingMail } from "../integration/support/compact-mail.ts";
import {
  chooseUser,
  DERBY,
  issuerUrl,
  LEICESTERSHIRE,
  lab,
  leaveAfterEach,
  overflow,
  person,
  urlOf,
} from "./support/console.ts";

const HALF_AN_HOUR_S = 1_800;
const reference = "MP/26/400901";
const console = urlOf(LEICESTERSHIRE);

/** Through the lab's provider and back, on the lab's clock. */
export const signIn = (): void => {
  describe("signing in", () => {
    leaveAfterEach();

    beforeAll(async () => {
      const now = await lab.now();
      const raw = missingMail({ reference, surname: "MERLE", at: now - 3_600_000, sentAt: now });
      const { outcome } = await lab.sendAndWait({ raw, authority: LEICESTERSHIRE });
      expect(outcome).toBe("applied");
    });

    it("leads through sign-in to the page that was asked for, and lists what is open", async () => {
      const page = await person();
      await page.goto(`${console}/work?team=north`);
      await chooseUser(page, "Cora Lane");
      await page.waitForURL(`${console}/work?team=north`);
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Work");
      expect(await page.getByRole("link", { name: "MP/26/400901" }).count()).toBeGreaterThan(0);
      await page.getByText("Signed in as Cora Lane").waitFor();
    });

    it("asks again after half an hour, and the provider knows the person still", async () => {
      const page = await person();
      await page.goto(console);
      await chooseUser(page, "Sade Okoro");
      await page.waitForURL(`${console}/work`);
      const before = (await page.context().cookies(console)).find(({ name }) => name.endsWith("-session"));
      await lab.advanceBy(HALF_AN_HOUR_S);
      await page.reload();
      await page.waitForURL(`${console}/work`);
      const after = (await page.context().cookies(console)).find(({ name }) => name.endsWith("-session"));
      expect(after?.value).not.toBe(before?.value);
      await page.getByText("Signed in as Sade Okoro").waitFor();
    });

    it("signs out here and with the provider: the way back asks who it is", async () => {
      const page = await person();
      await page.goto(console);
      await chooseUser(page, "Cora Lane");
      await page.waitForURL(`${console}/work`);
      await page.getByRole("button", { name: "Sign out" }).click();
      await page.waitForURL(`${issuerUrl}/**`);
      await page.getByRole("button", { name: "Sign out" }).click();
      await page.waitForURL(`${console}/signed-out`);
      await page.goBack();
      await page.goto(`${console}/work`);
      await page.getByRole("heading", { name: "Sign in to the lab" }).waitFor();
    });

    it("lets nobody of one authority into another's", async () => {
      const page = await person();
      await page.goto(console);
      await chooseUser(page, "Cora Lane");
      await page.waitForURL(`${console}/work`);
      const [cookie] = (await page.context().cookies(console)).filter(({ name }) =>
        name.endsWith("-session"),
      );
      await page.goto(urlOf(DERBY));
      await page.getByRole("heading", { name: "Sign in to the lab" }).waitFor();
      await page.getByText("Derby City Council").waitFor();
      // A session of one is none at the other, whatever it is called there.
      await page.context().addCookies([
        {
          name: `__Host-safe-return-${DERBY}-session`,
          value: cookie?.value ?? "",
          url: urlOf(DERBY),
          secure: true,
        },
      ]);
      await page.goto(`${urlOf(DERBY)}/work`);
      await page.getByRole("heading", { name: "Sign in to the lab" }).waitFor();
    });

    it("answers what there is not as it answers what is not theirs", async () => {
      const page = await person();
      await page.goto(`${console}/nothing`).then((answer) => expect(answer?.status()).toBe(404));
      await page.getByRole("heading", { name: "Page not found" }).waitFor();
    });

    it("has no way to the lab's own paths", async () => {
      const page = await person();
      const answer = await page.goto(`${console}/_clock`);
      expect(answer?.status()).toBe(404);
    });

    it("fits a phone of 320 pixels", async () => {
      const page = await person();
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(console);
      expect(await overflow(page)).toBe(0);
      await chooseUser(page, "Cora Lane");
      await page.waitForURL(`${console}/work`);
      expect(await overflow(page)).toBe(0);
    });

    it("runs without JavaScript, and has none", async () => {
      const page = await person();
      await page.goto(`${console}/accessibility`);
      expect(await page.locator("script").count()).toBe(0);
    });
  });
};
