import { deflateSync } from "node:zlib";

/** Text at a place of an A4 page, in points from the bottom left; `turned` as a watermark is. */
export type PdfText = {
  x: number;
  y: number;
  text: string;
  size?: number;
  turned?: boolean;
  /** In a font that doesn't say which letters its shapes are. */
  unmapped?: boolean;
};
export type PdfField = { box: [number, number, number, number]; value: string };
export type PdfPage = {
  texts?: PdfText[];
  fields?: PdfField[];
  picture?: boolean;
  /** As PDF writes them: what else is drawn, other annotations, and how far the page is turned. */
  drawn?: string;
  annotations?: string[];
  rotate?: number;
};

const escaped = (text: string): string => text.replace(/[\\()]/g, "\\$&");
const show = ({ x, y, text, size = 10, turned = false, unmapped = false }: PdfText): string =>
  `BT /${unmapped ? "F2" : "F1"} ${size} Tf ${turned ? "0.7 0.7 -0.7 0.7" : "1 0 0 1"} ${x} ${y} Tm (${escaped(text)}) Tj ET`;

const stream = (dictionary: string, content: Buffer): string =>
  `<<${dictionary}/Length ${content.length}>>stream\n${content.toString("latin1")}\nendstream`;

const picture = stream(
  "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
  Buffer.from([0x7f]),
);

const unmappedFont =
  "<</Type/Font/Subtype/Type0/BaseFont/Shapes/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Shapes/DW 500/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/Shapes/Flags 4>>>>]>>";

type PdfOptions = { /** Asks for a password nobody has. */ locked?: boolean };

/** A PDF file with Helvetica and nothing it could do without. */
export const aPdf = (pages: readonly PdfPage[], { locked = false }: PdfOptions = {}): Buffer => {
  const objects = ["", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", picture, unmappedFont];
  const add = (object: string): string => `${objects.push(object)} 0 R`;
  const kids = pages.map((page) => {
    const { texts = [], fields = [], picture: isPicture = false, drawn = "" } = page;
    const pictured = isPicture ? "q 595 0 0 842 0 0 cm /I1 Do Q" : "";
    const drawing = [...texts.map(show), pictured, drawn].join("\n");
    const contents = add(stream("/Filter/FlateDecode", deflateSync(Buffer.from(drawing, "latin1"))));
    const annotations = fields.map(({ box, value }, n) =>
      add(
        `<</Type/Annot/Subtype/Widget/FT/Tx/T(field${n})/V(${escaped(value)})/Rect[${box.join(" ")}]/F 4>>`,
      ),
    );
    return add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate ${page.rotate ?? 0}/Resources<</Font<</F1 3 0 R/F2 5 0 R>>/XObject<</I1 4 0 R>>>>/Contents ${contents}/Annots[${[...annotations, ...(page.annotations ?? []).map(add)].join(" ")}]>>`,
    );
  });
  const fields = objects.flatMap((object, n) => (object.includes("/FT/Tx") ? [`${n + 1} 0 R`] : []));
  objects[0] = `<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[${fields.join(" ")}]>>>>`;
  objects[1] = `<</Type/Pages/Kids[${kids.join(" ")}]/Count ${kids.length}>>`;
  const secret = "A".repeat(32);
  const lock = locked ? `/Encrypt<</Filter/Standard/V 1/R 2/O(${secret})/U(${secret})/P -44>>` : "";
  let file = "%PDF-1.4\n";
  const places = objects.map((object, n) => {
    const at = file.length;
    file += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const id = `/ID[(${secret.slice(16)})(${secret.slice(16)})]`;
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  file += `trailer<</Size ${objects.length + 1}/Root 1 0 R${lock}${id}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
};

/** Rows of cells as programs print a table: each cell at its column, a line break in a cell on the next line. */
export const printed = (rows: readonly string[][], columns: readonly number[] = [50, 200]): PdfText[] => {
  const texts: PdfText[] = [];
  let y = 780;
  for (const row of rows) {
    const cells = row.map((cell) => cell.split("\n"));
    cells.forEach((lines, column) => {
      lines.forEach((text, line) => {
        if (text) texts.push({ x: columns[column] ?? 0, y: y - line * 12, text });
      });
    });
    y -= 12 * Math.max(...cells.map((lines) => lines.length)) + 6;
  }
  return texts;
};

/** A ruled table from the top left: its cells' texts a little in from their lines; merged cells leave some lines out. */
export const ruled = (
  columns: readonly number[],
  rows: readonly { cells: string[]; height: number }[],
  { top = 780, leading = 12 } = {},
): { texts: PdfText[]; drawn: string; bottom: number } => {
  const texts: PdfText[] = [];
  const ends = [columns[0] ?? 0, columns.at(-1) ?? 0];
  const lines = [`${ends[0]} ${top} m ${ends[1]} ${top} l S`];
  let y = top;
  for (const { cells, height } of rows) {
    cells.forEach((cell, column) => {
      const said = cell.split("\n").filter(Boolean);
      // In the middle of its cell, as many programs set it.
      const first = y - height / 2 + ((said.length - 1) * leading) / 2 - 3;
      said.forEach((text, n) => {
        texts.push({ x: (columns[column] ?? 0) + 5, y: first - n * leading, text });
      });
    });
    for (const x of columns) lines.push(`${x} ${y} m ${x} ${y - height} l S`);
    y -= height;
    lines.push(`${ends[0]} ${y} m ${ends[1]} ${y} l S`);
  }
  return { texts, drawn: lines.join("\n"), bottom: y };
};
