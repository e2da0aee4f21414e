import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOfNoChild } from "../../../../functions/reading/compact/of-no-child.ts";
import { readMailHere } from "../../../../functions/reading/read-mail.ts";
import { HONEST_MS, onProcessor } from "../../../builders/processor-time.ts";
import { aMail } from "../mails.ts";

const offer = "Dear customer,\r\nour autumn offers end on 30/11/2026. Order by telephone: 07700 900123.";
const read = (body: string, subject = "Autumn offers on printers") =>
  readMailHere(aMail({ from: "Offers <sales@shop.example>", subject, body }));
const isOf = async (body: string, subject?: string) => (await read(body, subject)).mail.ofNoChild === true;

describe("a mail in which nothing can be about a child", () => {
  it.each([
    ["an offer", offer],
    ["a word of thanks", "Many thanks for the meeting this morning. See you on Monday."],
    ["days of this year and the next", "The fair is on 12 December 2026, and again on 2027-01-09."],
  ])("is %s", async (_what, body) => {
    expect(await isOf(body)).toBe(true);
  });

  const telling: [string, string][] = [
    ["a reference", "Any news of MP/26/004417 yet?"],
    ["a reference in another style", "Any news of 26-004417-LP yet?"],
    ["a day somebody may have been born on", "She will be here at ten, 09/03/2011."],
    ["such a day with two figures for the year", "Ellie Marlowe 9.3.11"],
    ["such a day in words", "Ellie Marlowe, 9th March 2011"],
    ["such a day broken over two lines", "Ellie Marlowe, 9 March\r\n2011"],
    ["a label of a name", "Name: Ellie"],
    ["a child", "One of our children did not come to tea."],
    ["somebody who is missing", "He has been MISSING since ten."],
    ["somebody who is back", "She is back home, thank you."],
    ["the police", "The police told us to write to you."],
    ["an age", "A lad, aged 14, at the station."],
  ];

  it.each(telling)("is none that names %s", async (_what, words) => {
    expect(await isOf(`${offer}\r\n${words}`)).toBe(false);
    expect(await isOf(offer, words.replaceAll("\r\n", " "))).toBe(false);
  });

  it("is none with anything attached, or where its HTML says more than its text", async () => {
    const parts = (second: string[]) =>
      ["--b", "Content-Type: text/plain; charset=utf-8", "", offer, "--b", ...second, "--b--", ""].join(
        "\r\n",
      );
    const of = async (type: string, second: string[]) =>
      (
        await readMailHere(
          aMail({ from: "sales@shop.example", subject: "Offers", type, body: parts(second) }),
        )
      ).mail.ofNoChild;
    const file = [
      "Content-Type: image/png; name=a.png",
      "Content-Disposition: attachment; filename=a.png",
      "",
      "x",
    ];
    expect(await of("multipart/mixed; boundary=b", file)).toBeUndefined();
    const html = ["Content-Type: text/html; charset=utf-8", "", "<p>Ellie is missing</p>"];
    expect(await of("multipart/alternative; boundary=b", html)).toBeUndefined();
  });

  it.each(globSync("test/fixtures/{compacts,officers,stories,trial,trial-second,returns}/**/*.eml"))(
    "is none that a force sent: %s",
    async (file) => {
      expect((await readMailHere(readFileSync(file))).mail.ofNoChild).toBeUndefined();
    },
  );

  it("is none in which a report's reference and birth date stand, among whatever words", async () => {
    const words = fc.array(fc.constantFrom("offer", "printer", "Monday", "12", "-", "thanks", "\r\n", "of"), {
      maxLength: 20,
    });
    const year = fc.integer({ min: 2000, max: 2025 });
    await fc.assert(
      fc.asyncProperty(
        words,
        words,
        year,
        fc.constantFrom("/", ".", "-"),
        async (before, after, born, stroke) => {
          const day = ["09", "03", String(born)].join(stroke);
          expect(await isOf([...before, day, ...after].join(" "))).toBe(false);
        },
      ),
      { numRuns: 30 },
    );
  });
});

it.each(["1-", "a/", "1 ", "09/03/", "name ", "\u00a0", "9 March ", "ab1"])(
  "is told of %s over and over",
  (seed) => {
    const text = seed.repeat(100_000);
    const blocks = [{ kind: "line" as const, text }];
    const mail = {
      headers: [],
      contentType: "",
      hidden: [],
      files: [],
      enclosed: [],
      mails: [],
      faults: [],
      digest: "",
    };
    const { ms } = onProcessor(() =>
      isOfNoChild({ ...mail, views: [{ source: "text", blocks }] }, "2026-11-15T11:05:00Z"),
    );
    expect(ms).toBeLessThan(HONEST_MS);
  },
);
