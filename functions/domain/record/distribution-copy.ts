import { dayInWords } from "../calendar/instant.ts";
import { escapeHtml } from "../letters/html.ts";
import { type Fact, factsOfRecord } from "./facts.ts";
import { page, paragraphs } from "./page.ts";
import type { InterviewRecord } from "./record.ts";

/** A table of one cell: Word, and so Outlook, draws its border where it would drop another box's. */
const box = (html: string): string =>
  `<table class="concerns" role="presentation" border="1" cellpadding="12"><tr><td>${html}</td></tr></table>`;

const concerns = ({ immediateConcerns }: InterviewRecord): string =>
  immediateConcerns.length > 0
    ? box(`<p><strong>IMMEDIATE CONCERNS</strong></p>${immediateConcerns.map(paragraphs).join("")}`)
    : "<p><strong>Immediate concerns</strong> None flagged.</p>";

const childFact = ({ child: { name, dateOfBirth } }: InterviewRecord): Fact[] =>
  name === undefined ? [] : [["Child", dateOfBirth ? `${name}, born ${dayInWords(dateOfBirth)}` : name]];

const row = ([label, value]: Fact): string =>
  value === ""
    ? `<tr><th scope="rowgroup" class="group" colspan="2">${escapeHtml(label)}</th></tr>`
    : `<tr><th scope="row">${escapeHtml(label)}</th><td>${value.split("\n").map(escapeHtml).join("<br>")}</td></tr>`;

const sections = (record: InterviewRecord): string =>
  record.sections
    .map(
      ({ title, text }, i) => `<h2>${i + 1}. ${escapeHtml(title)}</h2>${paragraphs(text ?? "Not covered")}`,
    )
    .join("");

/**
 * The copy for distribution: an HTML page that prints well, immediate concerns in a box above all else (Leicestershire
 * 13), then the facts of the interview and the form's sections. It holds personal data; its name and title hold none.
 */
export const distributionCopy = (record: InterviewRecord) => ({
  filename: "return-interview.html",
  contentType: "text/html",
  content: page({
    title: `Return interview – ${record.reference}`,
    foot: `${record.reference} · ${record.authority}`,
    main: `${concerns(record)}<h1>Return interview – ${escapeHtml(record.reference)}</h1><table class="facts">${[...childFact(record), ...factsOfRecord(record)].map(row).join("")}</table>${sections(record)}`,
    last: `End of the record · ${escapeHtml(`${record.reference} · ${record.authority}`)}`,
  }),
});
