import { describe, expect, it } from "vitest";
import { helpFor, helpTable } from "../../../functions/serve-console/help.ts";
import { aBrowser, aConsole, claimsOf } from "../../fakes/console.ts";

const opened = async (path: string): Promise<string> => {
  const browser = aBrowser(aConsole());
  await browser.signIn(claimsOf("coordinator"));
  return (await browser.get(path)).body;
};

describe("help", () => {
  it.each(["/work", "/quarantine", "/unknown"])(
    "stands at the foot of %s, in its own words",
    async (path) => {
      const body = await opened(path);
      const [first = ""] = helpFor(path);
      expect(body).toContain("Help with this page");
      expect(body).toContain(first);
    },
  );

  it("is that of the nearest page", () => {
    expect(helpFor("/quarantine/m1/release")[0]).toContain("asked only for what is lacking");
    expect(helpFor("/quarantine/m1/discard")).not.toEqual(helpFor("/quarantine/m1/release"));
    expect(helpFor("/nothing")[1]).toContain("ring the missing coordinator");
  });

  it("is plain: no sentence of it is longer than thirty words", () => {
    const sentences = helpTable.flatMap(({ says }) => says.flatMap((text) => text.split(/[.;:] /)));
    expect(sentences.filter((sentence) => sentence.split(" ").length > 30)).toEqual([]);
  });
});
