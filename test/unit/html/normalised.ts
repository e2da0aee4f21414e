import type { ChildNode } from "domhandler";
import { parseDocument } from "htmlparser2";

/** Order of attributes and classes, and space between tags, change nothing that anybody sees or hears. */
const written = (node: ChildNode): string => {
  if (node.type === "text") return node.data.replaceAll(/\s+/g, " ").trim();
  if (!("name" in node) || !("attribs" in node)) return "";
  const own = Object.entries(node.attribs)
    .map(([name, value]) => [
      name,
      name === "class" ? value.trim().split(/\s+/).sort().join(" ") : value.trim(),
    ])
    .sort(([a = ""], [b = ""]) => a.localeCompare(b))
    .map(([name, value]) => ` ${name}="${value}"`);
  return `<${node.name}${own.join("")}>${all(node.children)}</${node.name}>`;
};

const all = (nodes: readonly ChildNode[]): string =>
  nodes
    .map(written)
    .filter((text) => text !== "")
    .join("\n");

export const normalised = (markup: string): string => all(parseDocument(markup).children);
