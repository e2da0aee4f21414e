import type { Block } from "../document.ts";

/** A stretch of a mail written by one hand: its own words, or a mail quoted or forwarded below them. */
export type Segment = {
  blocks: Block[];
  /** What divides it from the words above: a line, or the headers of the mail quoted. */
  head: Block[];
  from?: string;
  subject?: string;
  own?: boolean;
  /** It stands as mail programs set what is answered, not as what is passed on. */
  answered?: boolean;
};

const divider = /^[\s>_*-]*(?:original message|forwarded message|begin forwarded message|forwarded by)\b.*$/i;
const wrote = /^on .{6,300}\bwrote:\s*$/i;
/** "On 16 Nov 2026 at 09:00, Missing Team <misper@police.example> wrote:" names who. */
const writer = /([^,<>]{0,80}<[^<>\s]{3,254}>|[^\s,<>]+@[^\s,<>]+)\s+wrote:\s*$/i;
const isEmpty = ({ blocks }: Segment): boolean => blocks.every(({ kind }) => kind === "gap");
/** Below "Forwarded message", with or without the headers of what is forwarded. */
const isDivided = (last: Segment | undefined): boolean =>
  last !== undefined && isEmpty(last) && last.head.some((block) => divider.test(textOf(block)));
const headerLine = /^\W{0,2}(from|sent|date|to|cc|bcc|subject|importance|reply-to)\s*:\s*(.*)$/i;
const headed = /^\W{0,2}(?:from|subject|date|sent)\s*:/i;

/** What any of these begins with: most lines begin with something else, and need no closer look. */
const mayDivide = /^[\s>_*-]*(?:from|subject|date|sent|on|original|forwarded|begin)\b/i;

export const textOf = (block: Block): string =>
  block.kind === "line" ? block.text : block.kind === "row" ? block.cells.join(" ") : "";

type Header = { length: number; from?: string; subject?: string };

/** From, Sent, To, Subject in a run, in any order: the head of a mail pasted in below. */
const headerAt = (blocks: readonly Block[], at: number): Header | undefined => {
  const named = new Map<string, string>();
  let length = 0;
  for (const block of blocks.slice(at, at + 14)) {
    const found = headerLine.exec(textOf(block).replace(/\*/g, ""));
    if (!found && block.kind !== "gap") break;
    if (found) named.set((found[1] as string).toLowerCase(), found[2] as string);
    length += 1;
  }
  const enough = named.has("from") && (named.has("subject") || named.has("to")) && named.size >= 3;
  const from = named.get("from");
  const subject = named.get("subject");
  return enough ? { length, ...(from ? { from } : {}), ...(subject ? { subject } : {}) } : undefined;
};

export const segmentsOf = (blocks: readonly Block[]): Segment[] => {
  const segments: Segment[] = [{ blocks: [], head: [], own: true }];
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i] as Block;
    if (block.kind !== "quote" && !mayDivide.test(textOf(block))) {
      segments.at(-1)?.blocks.push(block);
      continue;
    }
    const text = block.kind === "line" ? block.text : "";
    const below = blocks[i + 1];
    const whole =
      /^on\b/i.test(text) && !wrote.test(text) && below?.kind === "line" ? `${text} ${below.text}` : text;
    const header = headed.test(textOf(block).slice(0, 12)) ? headerAt(blocks, i) : undefined;
    if (header) {
      const { length, ...head } = header;
      segments.push({ blocks: [], head: blocks.slice(i, i + length), ...head });
      i += length - 1;
    } else if (block.kind === "quote") {
      const last = segments.at(-1);
      // What is quoted below "… wrote:" is theirs.
      if (block.ends || !last?.from || !isEmpty(last))
        segments.push({
          blocks: [],
          head: [],
          ...(block.ends ? { own: true } : { answered: !isDivided(last) }),
        });
    } else if (divider.test(text)) segments.push({ blocks: [], head: [block] });
    else if (wrote.test(whole)) {
      const from = writer.exec(whole)?.[1]?.trim();
      const length = whole === text ? 1 : 2;
      segments.push({
        blocks: [],
        head: blocks.slice(i, i + length),
        answered: true,
        ...(from ? { from } : {}),
      });
      i += length - 1;
    } else segments.at(-1)?.blocks.push(block);
  }
  return segments;
};
