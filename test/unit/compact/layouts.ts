import { aMail, multipart } from "./mails.ts";

export type Fact = { label: string; value: string };
export type Layout = { name: string; render: (facts: Fact[]) => Buffer };

const html = (body: string): Buffer =>
  aMail({
    type: "text/html; charset=utf-8",
    body: `<html><head><title>Report</title><style>td{padding:2px}</style></head><body><h2>Missing Person Report</h2>${body}</body></html>`,
  });
const text = (body: string): Buffer => aMail({ body: `MISSING PERSON REPORT\r\n\r\n${body}\r\n` });
const escaped = (value: string): string => value.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const each = (facts: Fact[], write: (fact: Fact) => string, glue = "\r\n"): string =>
  facts.map(write).join(glue);
const plain = (facts: Fact[]): string => each(facts, ({ label, value }) => `${label}: ${value}`);
const rows = (facts: Fact[]): string =>
  each(
    facts,
    ({ label, value }) => `<tr><td><b>${escaped(label)}</b></td><td>${escaped(value)}</td></tr>`,
    "",
  );

const cells = ({ label, value }: Fact): string => `<td>${label}</td><td>${escaped(value)}</td>`;
const pairsOf = (facts: Fact[]): string[] =>
  facts.flatMap((fact, at) =>
    at % 2 === 0 ? [[fact, facts[at + 1]].map((one) => (one ? cells(one) : "")).join("")] : [],
  );

/** The same facts, in every way a system is known to set them. */
export const layouts: Layout[] = [
  { name: "label: value", render: (facts) => text(plain(facts)) },
  {
    name: "label – value",
    render: (facts) => text(each(facts, ({ label, value }) => `${label} – ${value}`)),
  },
  {
    name: "value on the next line",
    render: (facts) => text(each(facts, ({ label, value }) => `${label}:\r\n${value}`)),
  },
  {
    name: "value on the next line with gaps",
    render: (facts) => text(each(facts, ({ label, value }) => `${label}:\r\n${value}\r\n`)),
  },
  {
    name: "columns of spaces",
    render: (facts) => text(each(facts, ({ label, value }) => `${label.padEnd(24)}  ${value}`)),
  },
  { name: "tabs", render: (facts) => text(each(facts, ({ label, value }) => `${label}:\t${value}`)) },
  {
    name: "leaders",
    render: (facts) => text(each(facts, ({ label, value }) => `${label} .......... ${value}`)),
  },
  { name: "bullets", render: (facts) => text(each(facts, ({ label, value }) => `* ${label}: ${value}`)) },
  { name: "pipes", render: (facts) => text(each(facts, ({ label, value }) => `| ${label} | ${value} |`)) },
  {
    name: "stars for bold",
    render: (facts) => text(each(facts, ({ label, value }) => `*${label}:* ${value}`)),
  },
  {
    name: "capitals",
    render: (facts) => text(each(facts, ({ label, value }) => `${label.toUpperCase()}: ${value}`)),
  },
  { name: "quoted", render: (facts) => text(each(facts, ({ label, value }) => `> ${label}: ${value}`)) },
  {
    name: "forwarded inline",
    render: (facts) =>
      aMail({
        subject: "FW: Missing Person Report",
        body: `Please see below.\r\n\r\nKind regards\r\nA Duty Officer\r\nTel: 0116 496 0000\r\n\r\n-----Original Message-----\r\nFrom: compact@leicestershire-police.example\r\nSent: 14 November 2026 23:05\r\nTo: duty\r\nSubject: Missing Person Report\r\n\r\nMISSING PERSON REPORT\r\n${plain(facts)}\r\n`,
      }),
  },
  { name: "two-column table", render: (facts) => html(`<table>${rows(facts)}</table>`) },
  {
    name: "table without end tags",
    render: (facts) =>
      html(
        `<table>${each(facts, ({ label, value }) => `<tr><td>${escaped(label)}<td>${escaped(value)}`, "\n")}</table>`,
      ),
  },
  {
    name: "four-column table",
    render: (facts) =>
      html(
        `<table>${pairsOf(facts)
          .map((row) => `<tr>${row}</tr>`)
          .join("")}</table>`,
      ),
  },
  {
    name: "nested table",
    render: (facts) =>
      html(`<table><tr><td><p>Restricted circulation</p><table>${rows(facts)}</table></td></tr></table>`),
  },
  {
    name: "definition list",
    render: (facts) =>
      html(
        `<dl>${each(facts, ({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`, "")}</dl>`,
      ),
  },
  {
    name: "bold and break",
    render: (facts) =>
      html(
        `<div>${each(facts, ({ label, value }) => `<b>${escaped(label)}</b> ${escaped(value)}<br>`, "")}</div>`,
      ),
  },
  {
    name: "bold with colon and break",
    render: (facts) =>
      html(
        `<div>${each(facts, ({ label, value }) => `<strong>${escaped(label)}:</strong> ${escaped(value)}<br/>`, "")}</div>`,
      ),
  },
  {
    name: "paragraphs",
    render: (facts) =>
      html(
        each(
          facts,
          ({ label, value }) =>
            `<p class=MsoNormal><span style="font-size:11pt"><b>${escaped(label)}:</b>&nbsp;${escaped(value)}</span></p>`,
          "",
        ),
      ),
  },
  {
    name: "list items",
    render: (facts) =>
      html(
        `<ul>${each(facts, ({ label, value }) => `<li><b>${escaped(label)}</b>: ${escaped(value)}</li>`, "")}</ul>`,
      ),
  },
  {
    name: "divisions",
    render: (facts) =>
      html(each(facts, ({ label, value }) => `<div>${escaped(label)}: ${escaped(value)}</div>`, "")),
  },
  {
    name: "preformatted",
    render: (facts) =>
      html(`<pre>${each(facts, ({ label, value }) => `${escaped(label)}: ${escaped(value)}`, "\n")}</pre>`),
  },
  {
    name: "both views",
    render: (facts) =>
      multipart("alternative", [
        { type: "text/plain; charset=utf-8", body: `MISSING PERSON REPORT\r\n${plain(facts)}` },
        {
          type: "text/html; charset=utf-8",
          body: `<h2>Missing Person Report</h2><table>${rows(facts)}</table>`,
        },
      ]),
  },
  {
    name: "attached mail",
    render: (facts) =>
      multipart("mixed", [
        { type: "text/plain", body: "Please see attached.\r\n" },
        {
          type: "message/rfc822",
          headers: ["Content-Disposition: attachment"],
          body: text(plain(facts)).toString(),
        },
      ]),
  },
  {
    name: "attached text",
    render: (facts) =>
      multipart("mixed", [
        { type: "text/plain", body: "Please see attached.\r\n" },
        {
          type: 'text/plain; name="report.txt"',
          headers: ['Content-Disposition: attachment; filename="report.txt"'],
          body: `MISSING PERSON REPORT\r\n${plain(facts)}`,
        },
      ]),
  },
];
