import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endingWords } from "../../../../functions/reading/compact/words/ending-words.ts";
import { extendVocabulary } from "../../../../functions/reading/compact/words/extend-vocabulary.ts";
import { lexiconOf } from "../../../../functions/reading/compact/words/lexicon.ts";
import { vocabulary } from "../../../../functions/reading/compact/words/vocabulary.ts";
import { type Fact, layouts } from "../layouts/layouts.ts";
import { read } from "../mails.ts";
import { carriers } from "./carriers.ts";

const identity: Fact[] = [
  { label: "MISPER Reference", value: "MP/26/004417" },
  { label: "Surname", value: "HARGREAVE" },
  { label: "Forename(s)", value: "Tilly Rose" },
  { label: "Date of Birth", value: "04/02/2012" },
];
const kinds = [
  {
    title: "Found Report",
    facts: [
      ...identity,
      { label: "Date/Time Found", value: "15/11/2026 07:15" },
      { label: "Found At", value: "Bus station, Derby" },
    ],
  },
  { title: "Cancelled", facts: identity },
];

type Place = {
  name: string;
  put: (
    words: string,
    facts: Fact[],
    title: string,
    render: (facts: Fact[], title: string) => Buffer,
  ) => Buffer;
};

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const edited = (raw: Buffer, text: (body: string) => string, html: (body: string) => string): Buffer => {
  const mail = raw.toString();
  if (mail.includes("Please see attached."))
    return Buffer.from(mail.replace("Please see attached.", () => text("Please see attached.")));
  if (mail.includes("</body>") || mail.includes("--part--")) return Buffer.from(html(mail));
  const end = mail.indexOf("\r\n\r\n") + 4;
  return Buffer.from(mail.slice(0, end) + text(mail.slice(end)));
};
const paragraph = (words: string): string => `<p>${escaped(words)}</p>`;
const above = (raw: Buffer, words: string): Buffer =>
  edited(
    raw,
    (body) => `${words}\r\n\r\n${body}`,
    (html) => html.replace(/<body>|(?=<h2>)/, (tag) => `${tag}${paragraph(words)}`),
  );
const below = (raw: Buffer, words: string): Buffer =>
  edited(
    raw,
    (body) => `${body}\r\n\r\n${words}\r\n`,
    (html) => html.replace(/(?<=<\/table>)(?!.*<\/table>)|(?=<\/body>)/s, () => paragraph(words)),
  );

const field = (label: string): Place => ({
  name: label,
  put: (words, facts, title, render) => render([...facts, { label, value: words }], title),
});

const places: Place[] = [
  {
    name: "the subject",
    put: (words, facts, title, render) => {
      const subject = `Subject: =?utf-8?B?${Buffer.from(`${title} - ${words}`).toString("base64")}?=`;
      return Buffer.from(
        render(facts, title)
          .toString()
          .replace(/^Subject: .*$/m, () => subject),
      );
    },
  },
  { name: "a note above", put: (words, facts, title, render) => above(render(facts, title), words) },
  { name: "a note below", put: (words, facts, title, render) => below(render(facts, title), words) },
  {
    name: "below a signature",
    put: (words, facts, title, render) => below(below(render(facts, title), "Kind regards"), `PS ${words}`),
  },
  ...[
    "Circumstances",
    "Details",
    "Found By",
    "Method of Return",
    "Harm Suffered",
    "Outcome",
    "Officer Comments",
    "Prevention Interview Summary",
    "Placement",
    "Warning Markers",
  ].map(field),
];

const lists = [...endingWords.contrary, ...endingWords.deceased];
const isApplied = async (raw: Buffer, options = {}): Promise<boolean> => {
  const { result } = await read(raw, options);
  return (
    result.status === "accepted" &&
    result.compacts.some(({ kind }) => kind === "found" || kind === "cancelled")
  );
};

const oneOf = <T>(list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list);
const case_ = fc.record({
  kind: oneOf(kinds),
  place: oneOf(places),
  layout: oneOf(layouts),
  carrier: oneOf(carriers),
});

describe("a report of an ending", () => {
  it.each(kinds)("$title is applied as it is, in any layout", async ({ title, facts }) => {
    for (const { name, render } of layouts)
      expect(await isApplied(render([...facts], title)), name).toBe(true);
  });

  it("waits for a person with any of the words, in any place, in any layout, however it is said", async () => {
    await fc.assert(
      fc.asyncProperty(oneOf(lists), case_, async (words, { kind, place, layout, carrier }) => {
        const raw = place.put(carrier(words), [...kind.facts], kind.title, layout.render);
        expect(
          await isApplied(raw),
          `${carrier(words)} in ${place.name} of ${kind.title} as ${layout.name}`,
        ).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it("waits with each of the words once", async () => {
    const [found] = kinds;
    const [first] = layouts;
    for (const words of lists)
      for (const place of places.slice(1, 3))
        if (found && first)
          expect(await isApplied(place.put(words, [...found.facts], found.title, first.render)), words).toBe(
            false,
          );
  });

  it("waits with a word that says it where it stands alone", async () => {
    for (const words of endingWords.contraryAlone)
      for (const raw of ["[WORD] Found Report", "WORD - Found Report", "Found Report (WORD)"].map((title) =>
        places[0]?.put(
          words,
          [...(kinds[0]?.facts ?? [])],
          title.replace("WORD", words.toUpperCase()),
          layouts[0]?.render ?? (() => Buffer.from("")),
        ),
      ))
        expect(raw && (await isApplied(raw)), words).toBe(false);
  });

  it("waits with what its force calls it", async () => {
    const vocabularyOfForce = { endings: { contrary: ["gone walkabout"] } };
    const raw = places[1]?.put(
      "Gone  walkabout, says the home",
      [...(kinds[0]?.facts ?? [])],
      "Found Report",
      layouts[0]?.render ?? (() => Buffer.from("")),
    );
    expect(raw && (await isApplied(raw))).toBe(true);
    expect(raw && (await isApplied(raw, { vocabulary: vocabularyOfForce }))).toBe(false);
    expect(
      lexiconOf(extendVocabulary(vocabulary, vocabularyOfForce)).endings.contrary(["gone", "walkabout"]),
    ).toBe("gone walkabout");
  });
});
