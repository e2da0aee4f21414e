import { describe, expect, it } from "vitest";
import { lexiconOf } from "../../../../functions/reading/compact/words/lexicon.ts";
import { HONEST_MS, onProcessor } from "../../../builders/processor-time.ts";
import { aMail, complete, lines, theCompact } from "../mails.ts";

const { isClosing, isBanner } = lexiconOf();

describe("a line that closes a mail", () => {
  it.each([
    "-- ",
    "Regards",
    "Regards, PC Rowan",
    "Regards PC 4471 Rowan",
    "Kind regards, PC 4471 Rowan of the Missing Team",
    "Best wishes",
    "Best wishes, Ann",
    "Thank you",
    "Thank you.",
    "Thanks, Ann",
    "Many thanks",
    "Many thanks in advance,",
    "With thanks",
  ])("%s", (line) => {
    expect(isClosing(line)).toBe(true);
    expect(isBanner(line)).toBe(false);
  });

  it.each([
    "regards to her phone, it has been off since noon",
    "With regards to her phone it is off",
    "Thanks to her mother she was seen at the bus stop",
    "Thank you letter found in her room by her mother",
  ])("%s does not", (line) => {
    expect(isClosing(line)).toBe(false);
  });

  it("-- ends the circumstances", async () => {
    const body = `${lines({ ...complete, Circumstances: "Left by the window" })}\r\n-- \r\nPC Rowan\r\nStation: Hinckley\r\n`;
    const compact = await theCompact(aMail({ body }));
    expect(compact).toMatchObject({ circumstances: "Left by the window" });
    expect(compact?.officer).toBeUndefined();
  });
});

describe("a banner", () => {
  it.each([
    "This email originated from outside of the organisation",
    "CAUTION: This message originated outside our network. Do not click links.",
    "Please do not reply to this automated message",
    "______",
    "-----",
  ])("%s", (line) => {
    expect(isBanner(line)).toBe(true);
  });

  it.each([
    "Contact originated outside school with older males, CSE concerns",
    "She said do not reply to this boy",
  ])("%s is none", (line) => {
    expect(isBanner(line)).toBe(false);
  });
});

it.each(["regards ", "thanks, ", "do not reply to this ", "- ", "email originated ", "."])(
  "a long line of %j is answered",
  (text) => {
    const line = `regards${text.repeat(100_000)} one two three four five six`;
    const { answer, ms } = onProcessor(() => [isClosing(line), isBanner(line)]);
    expect(answer).toHaveLength(2);
    expect(ms).toBeLessThan(HONEST_MS);
  },
);
