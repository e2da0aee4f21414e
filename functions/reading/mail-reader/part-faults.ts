import type { Part } from "./split-parts.ts";

export type PartFault = "malformed" | "conflicting-values:body";

/** Of these, mail programs take the first or the last. */
const decisive = new Set(["content-type", "content-transfer-encoding", "content-disposition"]);

/** A carriage return alone ends a line for some programs, and may begin another From. */
const bareReturn = /\r(?![\r\n]|$)/;
const utf7 = /utf-?7/i;

const contradictsItself = (lines: readonly { key: string; line: string }[]): boolean => {
  const said = new Map<string, string>();
  for (const { key, line } of lines) {
    if (bareReturn.test(line)) return true;
    if (!decisive.has(key)) continue;
    const value = line
      .slice(line.indexOf(":") + 1)
      .replace(/\s+/g, " ")
      .trim();
    if ((said.get(key) ?? value) !== value) return true;
    said.set(key, value);
  }
  const type = said.get("content-type") ?? "";
  return /\bboundary\s*=/i.test(type) && /\bboundary\*/i.test(type);
};

const isMedia = (type: string): boolean => /^(?:image|audio|video|font)\//.test(type);
const isShown = ({ contentType, disposition }: Part): boolean =>
  disposition !== "attachment" && (contentType === "text/plain" || contentType === "text/html");

/** Whether base64 goes on after its end: what follows, one program leaves out and another reads. */
const paddingWatch = () => {
  const ended = new WeakSet<Part>();
  return (part: Part, encoded: Buffer): boolean => {
    if (part.encoding !== "base64" || isMedia(part.contentType || "")) return false;
    const end = ended.has(part) ? 0 : encoded.indexOf("=");
    if (end < 0) return false;
    ended.add(part);
    return /[A-Za-z0-9+/]/.test(encoded.toString("latin1", end));
  };
};

/** Whether an alternative has the same kind of text twice, or a whole mail for one: a reader is shown only one of them. */
const alternativeWatch = () => {
  const shown = new WeakMap<Part, Map<string, Part>>();
  const isAnother = (alternative: Part, branch: Part, type: string): boolean => {
    const types = shown.get(alternative) ?? new Map<string, Part>();
    shown.set(alternative, types);
    const isKnown = [...types.values()].includes(branch);
    if (isKnown) return false;
    const twice = types.has(type);
    types.set(type, branch);
    return twice;
  };
  return (part: Part): boolean => {
    const isMail = String(part.contentType).startsWith("message/");
    if (!isMail && !isShown(part)) return false;
    for (let branch = part, above = part.parentNode; above; branch = above, above = above.parentNode) {
      if (above.multipart !== "alternative") continue;
      if (isMail || isAnother(above, branch, String(part.contentType))) return true;
    }
    return false;
  };
};

/** What of a mail's build shows one thing to one reader and another to the next, found as its parts go by. */
export const partFaults = () => {
  const found = new Set<PartFault>();
  const isShownOnceOnly = alternativeWatch();
  const goesOnAfterEnd = paddingWatch();
  return {
    found,
    onPart: (part: Part): void => {
      if (contradictsItself(part.headers.getList())) found.add("malformed");
      if (isShown(part) && utf7.test(part.charset || "")) found.add("malformed");
      if (isShownOnceOnly(part)) found.add("conflicting-values:body");
    },
    onBody: (part: Part, encoded: Buffer): void => {
      if (goesOnAfterEnd(part, encoded)) found.add("malformed");
    },
  };
};
