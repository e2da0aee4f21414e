import { aMail, multipart } from "../mails.ts";
import { accounts, banners, disclaimers, olderMails, signatures } from "./ordinary-words.ts";

/** Under which label an account may stand; none: a note above the form, or below it. */
const places = [
  "Circumstances of Return",
  "Details",
  "Harm Suffered",
  "Prevention Interview Summary",
  "above",
  "below",
];

export const facts = [
  ["MISPER Reference", "DP-MIS-2026-2001"],
  ["Surname", "HARGREAVE"],
  ["Forename(s)", "Tilly Rose"],
  ["Date of Birth", "04/02/2012"],
  ["Date/Time Found", "16/11/2026 07:15"],
  ["Found At", "Bus station, Derby"],
  ["Returned Home", "16/11/2026 08:10"],
] as const;

const of = (list: readonly string[], at: number): string => list[at % list.length] as string;
const when = { subject: "Found Report DP-MIS-2026-2001", date: "Mon, 16 Nov 2026 09:00:00 +0000" };

type Ordinary = {
  name: string;
  lines: string[];
  table: [string, string][];
  above: string[];
  below: string[];
};

/** One found report for each account, each in other surroundings. */
const ordinary: Ordinary[] = accounts.map((account, at) => {
  const place = of(places, at);
  const note = place === "above" || place === "below";
  return {
    name: account,
    lines: [],
    table: [
      ...facts.map(([label, value]): [string, string] => [label, value]),
      ...(note ? [] : [[place, account] as [string, string]]),
    ],
    above: [of(banners, at), ...(place === "above" ? [account] : [])],
    below: [
      ...(place === "below" ? [account] : []),
      of(signatures, at),
      of(disclaimers, at),
      ...(at % 2 ? [of(olderMails, at)] : []),
    ],
  };
});

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const broken = (text: string): string => escaped(text).replaceAll("\n", "<br>");

const asText = ({ table, above, below }: Ordinary): string =>
  [...above, `FOUND REPORT\n${table.map(([label, value]) => `${label}: ${value}`).join("\n")}`, ...below]
    .join("\n\n")
    .replaceAll("\n", "\r\n");

const asHtml = ({ table, above, below }: Ordinary, paragraph: (text: string) => string): string =>
  `<html><body>${above.map(paragraph).join("")}<h3>FOUND REPORT</h3><table border=1>${table
    .map(([label, value]) => `<tr><td>${label}</td><td>${escaped(value)}</td></tr>`)
    .join("")}</table>${below.map(paragraph).join("")}</body></html>`;

const inOne = (text: string): string => `<p>${broken(text)}</p>`;
/** As Outlook does: a paragraph of its own for each line. */
const inEach = (text: string): string =>
  text
    .split("\n")
    .map((line) => `<p class=MsoNormal style='margin:0'>${escaped(line) || "&nbsp;"}<o:p></o:p></p>`)
    .join("");

export const ordinaryMails: { name: string; raw: Buffer }[] = ordinary.flatMap((one) => [
  { name: `text: ${one.name}`, raw: aMail({ ...when, body: asText(one) }) },
  {
    name: `html: ${one.name}`,
    raw: aMail({ ...when, type: "text/html; charset=utf-8", body: asHtml(one, inOne) }),
  },
  {
    name: `both: ${one.name}`,
    raw: multipart(
      "alternative",
      [
        { type: "text/plain; charset=utf-8", body: asText(one) },
        { type: "text/html; charset=utf-8", body: asHtml(one, inEach) },
      ],
      when,
    ),
  },
]);
