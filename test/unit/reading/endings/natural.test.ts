import { describe, expect, it } from "vitest";
import { aMail, reasonsOf } from "../mails.ts";
import { contraries } from "./contraries.ts";
import { facts } from "./ordinary.ts";

const form = (more = ""): string =>
  `FOUND REPORT\n${facts.map(([label, value]) => `${label}: ${value}`).join("\n")}\n${more}`;

const places: [string, (words: string) => string][] = [
  ["above", (words) => `${words}\n\n${form()}`],
  ["below", (words) => `${form()}\n${words}\n\nKind regards\nPC Webb`],
  ["in it", (words) => form(`Circumstances of Return: ${words}\n`)],
];

describe.each(places)(
  "a find that somebody takes back or doubts in words of their own, %s",
  (_where, put) => {
    it.each(contraries)("%s", async (words) => {
      const raw = aMail({
        subject: "Found Report DP-MIS-2026-2001",
        date: "Mon, 16 Nov 2026 09:00:00 +0000",
        body: put(words).replaceAll("\n", "\r\n"),
      });
      const held = /^(?:conflicting-values:kind|reported-deceased)$/;
      expect((await reasonsOf(raw)).filter((reason) => held.test(reason))).not.toEqual([]);
    });
  },
);
