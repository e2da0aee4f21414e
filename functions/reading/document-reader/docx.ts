import mammoth from "mammoth";
import type { Block } from "../compact/document.ts";
import type { Seen } from "../mail-reader/page/seen.ts";
import { type Element, seenPart } from "./docx-page.ts";
import { partsOf } from "./docx-parts.ts";
import { knownXml } from "./docx-xml.ts";
import { openZip, type Zip } from "./zip.ts";

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

const nothing: Element = { type: "nothing" };

const elementsOf = async (zip: Zip, part: string, texts: Map<string, string>): Promise<Element> => {
  const input = { file: archive(zip, part, texts) } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
  let document = nothing;
  // Of mammoth only its reading is wanted: of what it hands on for writing nothing is left.
  const transformDocument = (read: Element): Element => {
    document = read;
    return nothing;
  };
  await mammoth.convertToHtml(input, {
    transformDocument,
    includeDefaultStyleMap: false,
    includeEmbeddedStyleMap: false,
  });
  return document;
};

const pageNumber = /^\s*(?:Page\s+)?\d+(?:\s*(?:of|\/)\s*\d+)?\s*$/i;

const withoutPageNumbers = (block: Block): Block[] => {
  if (block.kind === "line") return pageNumber.test(block.text) ? [] : [block];
  if (block.kind !== "row") return [block];
  return [{ ...block, cells: block.cells.map((cell) => (pageNumber.test(cell) ? "" : cell)) }];
};

/**
 * The words of a DOCX file: what stands in its margins, each once, and its body. Footers come first too: below the
 * body their words would be more of its last value.
 */
export const seenDocx = async (bytes: Buffer): Promise<Seen> => {
  const zip = openZip(bytes);
  const { margins, main } = partsOf(zip);
  const texts = new Map<string, string>();
  const read = new Map<string, Seen>();
  for (const part of margins) {
    const seen = seenPart(await elementsOf(zip, part, texts));
    read.set(JSON.stringify(seen.blocks), { ...seen, blocks: seen.blocks.flatMap(withoutPageNumbers) });
  }
  const parts = [...read.values(), seenPart(await elementsOf(zip, main, texts))];
  return {
    blocks: parts.flatMap(({ blocks }, at) => (at > 0 ? [{ kind: "gap" }, ...blocks] : blocks)),
    hidden: parts
      .map(({ hidden }) => hidden)
      .join(" ")
      .trim(),
    turnsLetters: parts.some((part) => part.turnsLetters),
  };
};
