import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { chooseUser, freshConsole, issuerUrl, lab, overflow, urlOf } from "./support/console.ts";

const AUTHORITY = "leicestershire";
const OTHER = "derby-city";
const HALF_AN_HOUR_S = 1_800;
const at = Date.parse("2026-11-14T21:00:00Z");
const { person } = freshConsole({ authorities: [AUTHORITY, OTHER], at });
const console = urlOf(AUTHORITY);

beforeAll(async () => {
  const raw = readFileSync("test/fixtures/compacts/1-missing-plain.eml");
  const { outcome } = await lab.sendAndWait({ raw, authority: AUTHORITY, onItsDate: true });
  expect(outcome).toBe("applied");
});

describe("the console in a browser, on the lab's clock", () => {
  it("leads through sign-in to the page that was asked for, and lists what is open", async () => {
    const page = await person();
    await page.goto(`${console}/work?team=north`);
    await chooseUser(page, "Cora Lane");
    await page.waitForURL(`${console}/work?team=north`);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Work");
    expect(await page.getByRole("link", { name: "MP/26/004417" }).count()).toBeGreaterThan(0);
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
    const [cookie] = (await page.context().cookies(console)).filter(({ name }) => name.endsWith("-session"));
    await page.goto(urlOf(OTHER));
    await page.getByRole("heading", { name: "Sign in to the lab" }).waitFor();
    await page.getByText("Derby City Council").waitFor();
    // A session of one is none at the other, whatever it is called there.
    await page.context().addCookies([
      {
        name: `__Host-safe-return-${OTHER}-session`,
        value: cookie?.value ?? "",
        url: urlOf(OTHER),
        secure: true,
      },
    ]);
    await page.goto(`${urlOf(OTHER)}/work`);
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
