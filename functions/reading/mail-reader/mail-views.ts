import type { View } from "../compact/document.ts";
import type { DocumentTexts } from "../compact/document-text.ts";
import { attachedText } from "./attached-text.ts";
import { bodyViews } from "./body-views.ts";
import { hasTooManyLines, longestText } from "./bounds.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { type Seen, seenText, turnsLetters } from "./page/seen.ts";
import type { File, Parsed } from "./parse-mail.ts";

type Views = { views: View[]; hidden: string[]; tooLarge: boolean; turnsLetters: boolean };

/** What a person is shown of it. */
const mostHidden = 2_000;

type SeenFile = Seen & { tooDeep?: boolean };

const seenIn = (file: File, documents: DocumentTexts): SeenFile | undefined => {
  if (file.handling === "html") return htmlBlocks(attachedText(file));
  if (file.handling === "text") return seenText(attachedText(file));
  const read = documents[file.hash];
  return read?.kind === "read" ? read : undefined;
};

/** The mail as it is seen: its page, its plain text, and each attached file that holds words. */
export const viewsOf = (parsed: Parsed, documents: DocumentTexts): Views => {
  const attached = parsed.files.filter(({ handling }) => handling === "text" || handling === "html");
  const tooLarge =
    [parsed.text, parsed.html, ...attached.map(({ content }) => content)].some(
      ({ length }) => length > longestText,
    ) || hasTooManyLines(parsed.text);
  if (tooLarge) return { views: [], hidden: [], tooLarge, turnsLetters: false };
  const { views, page } = bodyViews(parsed);
  const documented = parsed.files.filter(({ handling }) => handling === "document");
  const files = [...attached, ...documented].flatMap((file) => {
    const seen = seenIn(file, documents);
    return seen ? [{ source: `attachment:${file.name}`, seen }] : [];
  });
  const all: SeenFile[] = [...(page ? [page] : []), ...files.map(({ seen }) => seen)];
  return {
    views: [...views, ...files.map(({ source, seen: { blocks } }) => ({ source, blocks }))],
    hidden: all.flatMap(({ hidden }) => (hidden ? [hidden.slice(0, mostHidden)] : [])),
    tooLarge: all.some(({ tooDeep }) => tooDeep),
    turnsLetters: turnsLetters(parsed.text) || all.some((seen) => seen.turnsLetters),
  };
};
