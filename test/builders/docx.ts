import { aZip } from "./zip.ts";

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** Paragraphs, tables of rows of cells (a cell may hold several lines), and what Word writes as it stands. */
export type DocxPart = string | { hidden: string } | { xml: string } | { rows: string[][] };

const paragraph = (text: string, properties = ""): string =>
  `<w:p><w:r>${properties}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

const partXml = (part: DocxPart): string => {
  if (typeof part === "string") return paragraph(part);
  if ("xml" in part) return part.xml;
  if ("hidden" in part) return paragraph(part.hidden, "<w:rPr><w:vanish/></w:rPr>");
  const cell = (text: string): string =>
    `<w:tc>${text
      .split("\n")
      .map((line) => paragraph(line))
      .join("")}</w:tc>`;
  return `<w:tbl>${part.rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
};

const contentTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const relationships =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

const names =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

export const documentXml = (parts: readonly DocxPart[]): string =>
  `<?xml version="1.0"?><w:document ${names}><w:body>${parts.map(partXml).join("")}</w:body></w:document>`;

/** The least that Word opens. */
export const aDocx = (parts: readonly DocxPart[], xml: string | Buffer = documentXml(parts)): Buffer =>
  aZip({ "[Content_Types].xml": contentTypes, "_rels/.rels": relationships, "word/document.xml": xml });

type Margin = { type: "default" | "first" | "even"; says: string };

/** With headers and footers, as Word tells their pages apart: `section` and `settings` say which of them it has. */
export const aDocxWithMargins = (
  parts: readonly DocxPart[],
  margins: { header?: Margin[]; footer?: Margin[] },
  { section = "", settings = "" } = {},
): Buffer => {
  const all = (["header", "footer"] as const).flatMap((kind) =>
    (margins[kind] ?? []).map((margin, n) => ({ ...margin, kind, id: `${kind}${n}` })),
  );
  const references = all.map(({ kind, type, id }) => `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`);
  const xml = documentXml([...parts, { xml: `<w:sectPr>${references.join("")}${section}</w:sectPr>` }]);
  const links = all.map(
    ({ kind, id }) =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${id}.xml"/>`,
  );
  const files = all.map(({ kind, id, says }) => {
    const tag = kind === "header" ? "w:hdr" : "w:ftr";
    return [`word/${id}.xml`, `<${tag} ${names}>${paragraph(says)}</${tag}>`];
  });
  return aZip({
    "[Content_Types].xml": contentTypes,
    "_rels/.rels": relationships,
    "word/document.xml": xml,
    ...(settings ? { "word/settings.xml": `<w:settings ${names}>${settings}</w:settings>` } : {}),
    "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join("")}</Relationships>`,
    ...Object.fromEntries(files),
  });
};
