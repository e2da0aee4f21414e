import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { inLondon } from "../../../functions/domain/calendar/london.ts";
import { leadsOn } from "./console.ts";

/** What somebody sees in a window, and can do there with a hand. */
export const hands = (name: string, page: () => Promise<Page>) => {
  const main = async (): Promise<Locator> => (await page()).locator("main");
  const only = async (found: Locator, what: string): Promise<Locator> => {
    if ((await found.count()) === 0)
      throw new Error(
        `${name} sees no ${what} on ${(await page()).url()}: ${await (await main()).allInnerTexts()}`,
      );
    return found.first();
  };
  const clicks = async (found: Locator): Promise<void> => leadsOn(await page(), () => found.click());
  const linkTo = async (text: string, among?: Locator) =>
    only((among ?? (await page())).getByRole("link", { name: text, exact: true }), `link “${text}”`);
  const buttonTo = async (text: string) =>
    only((await page()).getByRole("button", { name: text, exact: true }), `button “${text}”`);
  const box = async (label: string) =>
    only((await main()).getByRole("textbox", { name: label }), `field “${label}”`);
  const group = async (question: string) =>
    only((await main()).getByRole("group", { name: question }), `question “${question}”`);
  const part = async (question: string, of: string) =>
    (await group(question)).getByRole("textbox", { name: of, exact: true });

  /** The first of an interview's. */
  const opensSection = async () =>
    clicks(await only((await main()).getByRole("link", { name: /^Write/ }), "section"));

  return {
    name,
    page,
    follows: async (text: string) => clicks(await linkTo(text)),
    /** Opens an episode from a list of them. */
    opensEpisode: async (reference: string) =>
      clicks(await only((await main()).getByRole("link", { name: reference }), `episode ${reference}`)),
    /** The mails that wait are listed the oldest first. The page goes on by itself to what was read of the mail. */
    opensNewestMail: async () => {
      await clicks((await main()).locator("table").first().getByRole("link").last());
      await (await main()).getByRole("heading", { name: "What was read" }).waitFor();
      await (await page()).waitForLoadState();
    },
    /** Follows a link in the row of one duty. */
    records: async (duty: string, text: string) =>
      clicks(await linkTo(text, (await main()).getByRole("row").filter({ hasText: duty }))),
    /** Follows a link behind a line that opens. */
    unfolds: async (summary: string, text: string) => {
      const folded = (await main()).locator("details").filter({ hasText: summary });
      await folded.locator("summary").click();
      await clicks(await linkTo(text, folded));
    },
    /** Opens what a link or a button leads to in a window beside this one. */
    aside: async (role: "link" | "button", text: string) => {
      const here = await page();
      const address = await (await (role === "link" ? linkTo(text) : buttonTo(text))).getAttribute("href");
      const there = await here.context().newPage();
      await there.goto(new URL(address ?? "", here.url()).href);
      return hands(name, async () => there);
    },
    fills: async (label: string, value: string) => (await box(label)).fill(value),
    valueOf: async (label: string) => (await box(label)).inputValue(),
    chooses: async (question: string, answer: string) =>
      (await group(question)).getByRole("radio", { name: answer, exact: true }).check(),
    ticks: async (label: string) =>
      (await only((await main()).getByRole("checkbox", { name: label }), `box “${label}”`)).check(),
    /** The parts of a date under its question. */
    fillsIn: async (question: string, parts: Readonly<Record<string, string>>) => {
      for (const [of, value] of Object.entries(parts)) await (await part(question, of)).fill(value);
    },
    valuesIn: async (question: string, parts: readonly string[]) =>
      Promise.all(parts.map(async (of) => (await part(question, of)).inputValue())),
    /** A time as London's clock shows it. */
    dates: async (question: string, at: string) => {
      const { year, month, day, hour, minute } = inLondon(Date.parse(at));
      const parts = { Day: day, Month: month, Year: year, Hour: hour, Minute: minute };
      for (const [of, value] of Object.entries(parts)) await (await part(question, of)).fill(String(value));
    },
    presses: async (text: string) => clicks(await buttonTo(text)),
    pressesTwice: async (text: string) => {
      const found = await buttonTo(text);
      await leadsOn(await page(), () => found.dblclick());
    },
    /** A page that looks by itself again and again, until it has an answer. */
    staysUntil: async (text: string) => {
      const found = (await main()).getByText(text).first();
      await found.waitFor().catch(async (cause) => {
        const says = await (await main()).allInnerTexts();
        throw new Error(`${name} never saw “${text}”. The page says: ${says}`, { cause });
      });
    },
    goesBack: async () => void (await (await page()).goBack()),
    opensSection,
    /** Writes in each section of an interview and goes on to the next, then back to the list. */
    writesEverySection: async (text: string) => {
      await opensSection();
      for (;;) {
        await (await main()).getByRole("textbox").fill(text);
        const on = (await page()).getByRole("button", { name: "Save and go on" });
        if ((await on.count()) === 0) break;
        await clicks(on);
      }
      await clicks((await page()).getByRole("button", { name: "Save and go back to the list" }));
    },
    reads: async (...texts: readonly string[]) => {
      const [shown = ""] = await (await main()).allInnerTexts();
      for (const text of texts) expect(shown).toContain(text);
    },
  };
};

export type Hands = ReturnType<typeof hands>;
