import type { Zip } from "./zip.ts";

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s(?:\\w+:)?${name}="([^"]*)"`).exec(tag)?.[1] ?? "";

const textOf = (zip: Zip, name: string): string =>
  zip.exists(name) ? new TextDecoder().decode(zip.read(name)) : "";

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf("/") + 1);

/** Where each relationship of a part leads, by its id. */
const targetsOf = (zip: Zip, part: string): { id: string; type: string; target: string }[] => {
  const folder = folderOf(part);
  const rels = textOf(zip, `${folder}_rels/${part.slice(folder.length)}.rels`);
  return [...rels.matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => {
    const target = attribute(tag, "Target");
    return {
      id: attribute(tag, "Id"),
      type: attribute(tag, "Type").split("/").at(-1) ?? "",
      target: target.startsWith("/") ? target.slice(1) : `${folder}${target}`,
    };
  });
};

/** The kinds of header or footer Word prints: one for the first page or for even pages only where it is told so. */
const printed = (section: string, hasEven: boolean): ReadonlySet<string> =>
  new Set([
    "default",
    ...(/<w:titlePg(?:\s+w:val="(?:1|true|on)")?\s*\/>/.test(section) ? ["first"] : []),
    ...(hasEven ? ["even"] : []),
  ]);

export type Parts = { main: string; margins: string[] };

/** The parts of a DOCX file that its pages show: its body, and each header and footer once. */
export const partsOf = (zip: Zip): Parts => {
  const [office] = targetsOf(zip, "").filter(
    ({ type, target }) => type === "officeDocument" && zip.exists(target),
  );
  const main = office?.target ?? "word/document.xml";
  const targets = new Map(targetsOf(zip, main).map(({ id, target }) => [id, target]));
  const hasEven = /<w:evenAndOddHeaders(?:\s+w:val="(?:1|true|on)")?\s*\/>/.test(
    textOf(zip, `${folderOf(main)}settings.xml`),
  );
  const found = { header: new Set<string>(), footer: new Set<string>() };
  for (const [section] of textOf(zip, main).matchAll(/<w:sectPr\b[\s\S]*?<\/w:sectPr>/g))
    for (const [tag, kind] of section.matchAll(/<w:(header|footer)Reference\b[^>]*>/g)) {
      const target = targets.get(attribute(tag, "id"));
      if (target && zip.exists(target) && printed(section, hasEven).has(attribute(tag, "type")))
        found[kind as "header" | "footer"].add(target);
    }
  return { main, margins: [...found.header, ...found.footer] };
};
