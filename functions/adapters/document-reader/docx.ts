import mammoth from "mammoth";
import { openZip, type Zip } from "./zip.ts";

/** Word's hidden text, passed through mammoth as a class that the reader of HTML knows to be hidden. */
const hiddenStyle = "<style>.hidden{display:none}</style>";
const vanish = /<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/g;
const seenAsHidden = '<w:highlight w:val="hidden"/>';

const xmlOf = (zip: Zip, name: string): string =>
  new TextDecoder().decode(zip.read(name)).replace(vanish, seenAsHidden);

// mammoth's own way in unpacks whatever an archive holds; this one unpacks what it asks for, within bounds.
const archive = (bytes: Buffer) => {
  const zip = openZip(bytes);
  return {
    exists: (name: string) => zip.exists(name),
    read: async (name: string, encoding?: string) => (encoding ? xmlOf(zip, name) : zip.read(name)),
  };
};

/** The words of a DOCX file as HTML. Pictures are left out: a photograph of the child says nothing to a parser. */
export const docxHtml = async (bytes: Buffer): Promise<string> => {
  const input = { file: archive(bytes) } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
  const { value } = await mammoth.convertToHtml(input, {
    convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
    styleMap: ["highlight[color='hidden'] => span.hidden"],
    includeEmbeddedStyleMap: false,
  });
  return value.includes('class="hidden"') ? `${hiddenStyle}${value}` : value;
};
