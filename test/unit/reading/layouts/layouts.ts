import { aMail, multipart } from "../mails.ts";

export type Fact = { label: string; value: string };
export type Layout = {
  name: string;
  render: (facts: Fact[], title: string) => Buffer;
  /** What it says besides the facts. */
  says?: string;
};

const html = (title: string, body: string): Buffer =>
  aMail({
    subject: title,
    type: "text/html; charset=utf-8",
    body: `<html><head><title>Report</title><style>td{padding:2px}</style></head><body><h2>${title}</h2>${body}</body></html>`,
  });
const text = (title: string, body: string): Buffer =>
  aMail({ subject: title, body: `${title.toUpperCase()}\r\n\r\n${body}\r\n` });
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

const cells = ({ label, value }: Fact): string => `<td>${escaped(label)}</td><td>${escaped(value)}</td>`;
const pairsOf = (facts: Fact[]): string[] =>
  facts.flatMap((fact, at) =>
    at % 2 === 0 ? [[fact, facts[at + 1]].map((one) => (one ? cells(one) : "")).join("")] : [],
  );

const forwardedWhole = (mail: Buffer, boundary: string): Buffer =>
  aMail({
    subject: "FW: see attached",
    type: `multipart/mixed; boundary="${boundary}"`,
    body: [
      `--${boundary}`,
      "Content-Type: text/plain",
      "",
      "Please see attached.",
      `--${boundary}`,
      "Content-Type: message/rfc822",
      "Content-Disposition: attachment",
      "",
      mail.toString(),
      `--${boundary}--`,
      "",
    ].join("\r\n"),
  });

/** The same facts, in every way a system is known to set them. */
export const layouts: Layout[] = [
  { name: "label: value", render: (facts, title) => text(title, plain(facts)) },
  {
    name: "label – value",
    render: (facts, title) =>
      text(
        title,
        each(facts, ({ label, value }) => `${label} – ${value}`),
      ),
  },
  {
    name: "value on the next line",
    render: (facts, title) =>
      text(
        title,
        each(facts, ({ label, value }) => `${label}:\r\n${value}`),
      ),
  },
  {
    name: "value on the next line with gaps",
    render: (facts, title) =>
      text(
        title,
        each(facts, ({ label, value }) => `${label}:\r\n${value}\r\n`),
      ),
  },
  {
    name: "columns of spaces",
    render: (facts, title) =>
      text(
        title,
        each(facts, ({ label, value }) => `${label.padEnd(24)}  ${value}`),
      ),
  },
  {
    name: "tabs",
    render: (facts, title) =>
      text(
        title,
        each(facts, ({ label, value }) => `${label}:\t${value}`),
      ),
  },
  {
    name: "leaders",
    render: (facts, title) =>
      text(
        title,
        each(facts, ({ label, value }) => `${label} .......... ${value}`),
      ),
  },
  {
    name: "bullets",
    render: (facts, title) =>
      text(
        title,
        each(facts, ({ label, value }) => `* ${label}: ${value}`),
      ),
  },
  {
    name: "pipes",
    render: (facts, title) =>
      text(
        title,
        each(facts, ({ label, value }) => `| ${label} | ${value} |`),
      ),
  },
  {
    name: "stars for bold",
    render: (facts, title) =>
      text(
        title,
        each(facts, ({ label, value }) => `*${label}:* ${value}`),
      ),
  },
  {
    name: "capitals",
    render: (facts, title) =>
      text(
        title,
        each(facts, ({ label, value }) => `${label.toUpperCase()}: ${value}`),
      ),
  },
  {
    name: "quoted",
    render: (facts, title) =>
      text(
        title,
        each(facts, ({ label, value }) => `> ${label}: ${value}`),
      ),
  },
  {
    name: "forwarded inline",
    render: (facts, title) =>
      aMail({
        subject: `FW: ${title}`,
        body: `Please see below.\r\n\r\nKind regards\r\nA Duty Officer\r\nTel: 0116 496 0000\r\n\r\n-----Original Message-----\r\nFrom: compact@leicestershire-police.example\r\nSent: 14 November 2026 23:05\r\nTo: duty\r\nSubject: ${title}\r\n\r\n${title.toUpperCase()}\r\n${plain(facts)}\r\n`,
      }),
  },
  {
    name: "quoted in a reply",
    says: "As asked, here it is again.",
    render: (facts, title) =>
      aMail({
        subject: `RE: ${title}`,
        body: `As asked, here it is again.\r\n\r\nOn Sat, 14 Nov 2026 at 23:05, COMPACT <compact@leicestershire-police.example> wrote:\r\n> ${title.toUpperCase()}\r\n>\r\n${each(facts, ({ label, value }) => `> ${label}: ${value}`)}\r\n`,
      }),
  },
  {
    name: "forwarded inline from a table",
    render: (facts, title) =>
      aMail({
        subject: `FW: ${title}`,
        type: "text/html; charset=utf-8",
        body: `<p>Please see below.</p><p>Kind regards<br>A Duty Officer</p><div style="border-top:solid 1pt"><p><b>From:</b> compact@leicestershire-police.example<br><b>Sent:</b> 14 November 2026 23:05<br><b>To:</b> duty<br><b>Subject:</b> ${title}</p></div><h2>${title}</h2><table>${rows(facts)}</table>`,
      }),
  },
  { name: "two-column table", render: (facts, title) => html(title, `<table>${rows(facts)}</table>`) },
  {
    name: "table without end tags",
    render: (facts, title) =>
      html(
        title,
        `<table>${each(facts, ({ label, value }) => `<tr><td>${escaped(label)}<td>${escaped(value)}`, "\n")}</table>`,
      ),
  },
  {
    name: "four-column table",
    render: (facts, title) =>
      html(
        title,
        `<table>${pairsOf(facts)
          .map((row) => `<tr>${row}</tr>`)
          .join("")}</table>`,
      ),
  },
  {
    name: "row of labels over a row of values",
    render: (facts, title) =>
      html(
        title,
        `<table><tr>${each(facts, ({ label }) => `<th>${escaped(label)}</th>`, "")}</tr><tr>${each(facts, ({ value }) => `<td>${escaped(value)}</td>`, "")}</tr></table>`,
      ),
  },
  {
    name: "nested table",
    says: "Restricted circulation",
    render: (facts, title) =>
      html(
        title,
        `<table><tr><td><p>Restricted circulation</p><table>${rows(facts)}</table></td></tr></table>`,
      ),
  },
  {
    name: "definition list",
    render: (facts, title) =>
      html(
        title,
        `<dl>${each(facts, ({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`, "")}</dl>`,
      ),
  },
  {
    name: "bold and break",
    render: (facts, title) =>
      html(
        title,
        `<div>${each(facts, ({ label, value }) => `<b>${escaped(label)}</b> ${escaped(value)}<br>`, "")}</div>`,
      ),
  },
  {
    name: "bold with colon and break",
    render: (facts, title) =>
      html(
        title,
        `<div>${each(facts, ({ label, value }) => `<strong>${escaped(label)}:</strong> ${escaped(value)}<br/>`, "")}</div>`,
      ),
  },
  {
    name: "paragraphs",
    render: (facts, title) =>
      html(
        title,
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
    render: (facts, title) =>
      html(
        title,
        `<ul>${each(facts, ({ label, value }) => `<li><b>${escaped(label)}</b>: ${escaped(value)}</li>`, "")}</ul>`,
      ),
  },
  {
    name: "divisions",
    render: (facts, title) =>
      html(
        title,
        each(facts, ({ label, value }) => `<div>${escaped(label)}: ${escaped(value)}</div>`, ""),
      ),
  },
  {
    name: "preformatted",
    render: (facts, title) =>
      html(
        title,
        `<pre>${each(facts, ({ label, value }) => `${escaped(label)}: ${escaped(value)}`, "\n")}</pre>`,
      ),
  },
  {
    name: "both views",
    render: (facts, title) =>
      multipart(
        "alternative",
        [
          { type: "text/plain; charset=utf-8", body: `${title.toUpperCase()}\r\n${plain(facts)}` },
          {
            type: "text/html; charset=utf-8",
            body: `<h2>${title}</h2><table>${rows(facts)}</table>`,
          },
        ],
        { subject: title },
      ),
  },
  {
    name: "attached mail",
    render: (facts, title) => forwardedWhole(text(title, plain(facts)), "part"),
  },
  {
    name: "attached mail within an attached mail",
    render: (facts, title) =>
      forwardedWhole(forwardedWhole(html(title, `<table>${rows(facts)}</table>`), "in"), "out"),
  },
  {
    name: "attached text",
    render: (facts, title) =>
      multipart(
        "mixed",
        [
          { type: "text/plain", body: "Please see attached.\r\n" },
          {
            type: 'text/plain; name="report.txt"',
            headers: ['Content-Disposition: attachment; filename="report.txt"'],
            body: `${title.toUpperCase()}\r\n${plain(facts)}`,
          },
        ],
        { subject: title },
      ),
  },
];

/** Where one child's facts may stand below another's; a row of labels has its values in the next row only. */
export const layoutsOfSeveral = layouts.filter(({ name }) => name !== "row of labels over a row of values");
