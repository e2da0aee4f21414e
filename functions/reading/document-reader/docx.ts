import mammoth from "mammoth";
import { partsOf } from "./docx-parts.ts";
import { knownXml, unfilled } from "./docx-xml.ts";
import { asSymbols } from "./symbol-fonts.ts";
import { openZip, type Zip } from "./zip.ts";

type Run = { font?: string | null; children: { type: string; value?: string }[] };
type Transforms = { run: (change: (run: Run) => Run) => (document: unknown) => unknown };
const { transforms } = mammoth as unknown as { transforms: Transforms };

const markFonts = transforms.run((run) => ({
  ...run,
  children: run.children.map((child) =>
    child.type === "text" && child.value ? { ...child, value: asSymbols(child.value, run.font) } : child,
  ),
}));

const hiddenStyle = "<style>.hidden{display:none}</style>";
const rootTag = /<(\/?)w:(?:hdr|ftr)\b([^>]*)>/g;

/** A header is no document to mammoth: it is given one with nothing but the header in it. */
const asDocument = (xml: string): string =>
  xml.replace(rootTag, (_tag, end, attributes) =>
    end ? "</w:body></w:document>" : `<w:document${attributes}><w:body>`,
  );

// mammoth's own way in unpacks whatever an archive holds; this one unpacks what it asks for, once, within bounds.
const archive = (zip: Zip, main: string, texts: Map<string, string>) => {
  const leads = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="main" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${main.replace(/[&"<]/g, "")}"/></Relationships>`;
  const textOf = (name: string): string => {
    const text = texts.get(name) ?? knownXml(new TextDecoder().decode(zip.read(name)));
    texts.set(name, text);
    return text;
  };
  return {
    exists: (name: string) => name === "_rels/.rels" || zip.exists(name),
    read: async (name: string, encoding?: string) => {
      if (!encoding) return zip.read(name);
      if (name === "_rels/.rels") return leads;
      return name === main ? asDocument(textOf(name)) : textOf(name);
    },
  };
};

const partHtml = async (zip: Zip, part: string, texts: Map<string, string>): Promise<string> => {
  const input = { file: archive(zip, part, texts) } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
  const { value } = await mammoth.convertToHtml(input, {
    // Pictures are left out: a photograph of the child says nothing to a parser.
    convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
    styleMap: ["highlight[color='hidden'] => span.hidden", "strike => s"],
    includeEmbeddedStyleMap: false,
    transformDocument: markFonts,
  });
  return value
    .replace(/<input type="checkbox"( checked="checked")? \/>/g, (_box, isTicked) => (isTicked ? "☒ " : "☐ "))
    .replaceAll(unfilled.from, '<span class="hidden">')
    .replaceAll(unfilled.to, "</span>");
};

const pageNumber = />\s*(?:Page\s+)?\d+(?:\s*(?:of|\/)\s*\d+)?\s*</gi;

/**
 * The words of a DOCX file as HTML: what stands in its margins, and its body. Footers come first too: below the body
 * their words would be more of its last value.
 */
export const docxHtml = async (bytes: Buffer): Promise<string> => {
  const zip = openZip(bytes);
  const { margins, main } = partsOf(zip);
  const texts = new Map<string, string>();
  const read = new Set<string>();
  for (const part of margins) read.add((await partHtml(zip, part, texts)).replace(pageNumber, "><"));
  const html = [...read, await partHtml(zip, main, texts)].join("<hr />");
  return html.includes('class="hidden"') ? `${hiddenStyle}${html}` : html;
};
