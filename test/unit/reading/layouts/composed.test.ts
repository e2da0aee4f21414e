import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aMail, theCompact } from "../mails.ts";

const events = [
  { field: "missingSince", names: ["Last Seen", "Missing", "1. Last Seen:", "Last seen details"] },
  { field: "reportedAt", names: ["Reported", "Reported to Police", "Reported information"] },
  { field: "foundAt", names: ["Found", "Located", "Traced:", "Found Details"] },
  { field: "returnedAt", names: ["Returned", "Returned Home", "RETURNED"] },
] as const;

type Event = { field: string; name: string; date: string; time: string };
const html = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;

/** Each way in which a form sets bare words for a day and an hour under what happened then. */
const layouts: Record<string, (all: readonly Event[]) => { type: string; body: string }> = {
  "headings over lines": (all) => ({
    type: "text/plain",
    body: all.map(({ name, date, time }) => `${name}\r\nDate: ${date}\r\nTime: ${time}\r\n`).join("\r\n"),
  }),
  "headings over lines in two columns": (all) => ({
    type: "text/plain",
    body: all
      .map(
        ({ name, date, time }) => `${name}\r\n${"Date".padEnd(24)}: ${date}\r\n${"Time".padEnd(24)}: ${time}`,
      )
      .join("\r\n"),
  }),
  "headings over indented lines": (all) => ({
    type: "text/plain",
    body: all
      .map(({ name, date, time }) => `${name}\r\n\r\n  Time: ${time}\r\n  Date: ${date}\r\n`)
      .join("\r\n"),
  }),
  "headings over rows": (all) => ({
    type: "text/html",
    body: html(
      all.flatMap(({ name, date, time }) => [
        [name, ""],
        ["Date", date],
        ["Time", time],
      ]),
    ),
  }),
  "headings over one row each": (all) => ({
    type: "text/html",
    body: all
      .map(({ name, date, time }) => `<h3>${name}</h3>${html([["Date", date, "Time", time]])}`)
      .join(""),
  }),
  "rows under columns": (all) => ({
    type: "text/html",
    body: html([["", "Date", "Time"], ...all.map(({ name, date, time }) => [name, date, time])]),
  }),
  "rows that name their own": (all) => ({
    type: "text/html",
    body: html(all.map(({ name, date, time }) => [name, "Date", date, "Time", time])),
  }),
};

const two = (value: number): string => String(value).padStart(2, "0");
/** Each a day later than the one before, so that none is impossible. */
const anEvent = (at: number) =>
  fc
    .record({ name: fc.constantFrom(...(events[at]?.names ?? [])), hour: fc.nat(23), minute: fc.nat(59) })
    .map(({ name, hour, minute }) => ({
      name,
      field: events[at]?.field ?? "",
      date: `${two(10 + at)}/11/2026`,
      time: `${two(hour)}:${two(minute)}`,
    }));
const identity = { COMPACT: "MP/26/004417", Surname: "ASHDOWN", Forename: "Ellie", DOB: "09/03/2011" };

describe("words for a day and an hour mean what they stand under", () => {
  it.each(Object.keys(layouts))("%s", async (layout) => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(anEvent(0), anEvent(1), anEvent(2), anEvent(3)), async (all) => {
        const { type, body } = (layouts[layout] as (typeof layouts)[string])(all);
        const lines = Object.entries(identity).map(
          ([label, value]) => `${label === "COMPACT" ? "COMPACT Ref" : label}: ${value}`,
        );
        const head = type === "text/html" ? `<p>${lines.join("<br>")}</p>` : `${lines.join("\r\n")}\r\n\r\n`;
        const compact: Record<string, unknown> = {
          ...(await theCompact(
            aMail({
              subject: "Found Report",
              date: "Mon, 16 Nov 2026 09:00:00 +0000",
              type: `${type}; charset=utf-8`,
              body: head + body,
            }),
          )),
        };
        for (const { field, date, time } of all)
          expect(compact[field], field).toBe(`2026-11-${date.slice(0, 2)}T${time}:00+00:00`);
      }),
      { numRuns: 60 },
    );
  });

  it("but a day below the title of the whole mail is nobody's", async () => {
    const body =
      "MISSING\r\nDate: 15/11/2026\r\nTime: 10:00\r\nCOMPACT Ref: MP/26/004417\r\nSurname: ASHDOWN\r\n";
    expect((await theCompact(aMail({ body })))?.missingSince ?? "").not.toContain("T10:00");
  });

  it("and a table that ends with its columns is no fault", async () => {
    const body = html([...Object.entries(identity), ["", "Date", "Time"]]);
    const raw = aMail({ type: "text/html; charset=utf-8", body });
    expect((await theCompact(raw))?.child.surname).toBe("ASHDOWN");
  });

  it("nor is one below another heading", async () => {
    const body =
      "COMPACT Ref: MP/26/004417\r\nSurname: ASHDOWN\r\n\r\nFound\r\nDate: 15/11/2026\r\nTime: 10:00\r\n\r\nForm completed\r\nDate: 16/11/2026\r\nTime: 11:00\r\n";
    expect((await theCompact(aMail({ subject: "Found Report", body })))?.foundAt).toBe(
      "2026-11-15T10:00:00+00:00",
    );
  });
});
