import { globSync, readFileSync } from "node:fs";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { JoinedBlob, joinBlobs } from "../../../../functions/reading/mail-reader/joined-blob.ts";

const mails = globSync("test/fixtures/**/*.eml");

const parsed = async (): Promise<unknown[]> => {
  const all: unknown[] = [];
  for (const file of mails) all.push(await PostalMime.parse(readFileSync(file)));
  return all;
};

describe("lines joined at once instead of a Blob of them", () => {
  it("hold the same bytes", async () => {
    const parts = ["Zoë\n", new Uint8Array([0, 255]), new Uint8Array([1, 2, 3]).buffer, ""];
    expect(await new JoinedBlob(parts).arrayBuffer()).toEqual(await new Blob(parts).arrayBuffer());
  });

  it("give the second parser every mail as it reads it otherwise", async () => {
    const { Blob } = globalThis;
    const before = await parsed();
    try {
      joinBlobs();
      expect(globalThis.Blob).toBe(JoinedBlob);
      expect(await parsed()).toEqual(before);
      expect(before.length).toBeGreaterThan(200);
    } finally {
      Object.assign(globalThis, { Blob });
    }
  });
});
