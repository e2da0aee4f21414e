import type { Rule, Rules } from "./pdf-paths.ts";

/** A cell of a ruled table. */
export type Box = { left: number; top: number; right: number; bottom: number };

/** Programs draw the line between two cells twice, or let it end short of the next. */
const near = 2;
const mostLines = 400;
/** What has more on one page is a drawing. */
const mostBoxes = 2_000;

type Line = { at: number; spans: { from: number; to: number }[] };

/** Lines that lie where others do become one, and what touches in it one span. */
const linesOf = (rules: readonly Rule[]): Line[] => {
  const lines: { at: number; rules: Rule[] }[] = [];
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    const last = lines.at(-1);
    if (last && rule.at - last.at <= near) last.rules.push(rule);
    else lines.push({ at: rule.at, rules: [rule] });
  }
  return lines.map((line) => {
    const spans: Line["spans"] = [];
    for (const { from, to } of line.rules.toSorted((a, b) => a.from - b.from)) {
      const last = spans.at(-1);
      if (last && from - last.to <= near) last.to = Math.max(last.to, to);
      else spans.push({ from, to });
    }
    return { at: line.at, spans };
  });
};

const covers = ({ spans }: Line, from: number, to: number): boolean =>
  spans.some((span) => span.from <= from + near && span.to >= to - near);

type Field = { columns: readonly Line[]; rows: readonly Line[]; seen: Set<number> };
type Place = readonly [column: number, row: number];

const lineAt = (lines: readonly Line[], n: number): Line => lines[n] as Line;

/** Where one can go from a place without crossing a line, out of the drawing included. */
const waysFrom = ({ columns, rows }: Field, [c, r]: Place): Place[] => {
  const [left, right] = [lineAt(columns, c), lineAt(columns, c + 1)];
  const [above, below] = [lineAt(rows, r), lineAt(rows, r + 1)];
  return [
    ...(covers(left, above.at, below.at) ? [] : [[c - 1, r] as const]),
    ...(covers(right, above.at, below.at) ? [] : [[c + 1, r] as const]),
    ...(covers(above, left.at, right.at) ? [] : [[c, r - 1] as const]),
    ...(covers(below, left.at, right.at) ? [] : [[c, r + 1] as const]),
  ];
};

/** All that is reached from one place; undefined where that is no closed rectangle. */
const roomOf = (field: Field, start: Place): Box | undefined => {
  const { columns, rows, seen } = field;
  const todo = [start];
  let [left, top] = start;
  let [right, bottom] = start;
  let places = 0;
  let open = false;
  for (let next = todo.pop(); next; next = todo.pop()) {
    const [c, r] = next;
    const isOutside = c < 0 || r < 0 || c >= columns.length - 1 || r >= rows.length - 1;
    open ||= isOutside;
    if (isOutside || seen.has(c * rows.length + r)) continue;
    seen.add(c * rows.length + r);
    places += 1;
    [left, right] = [Math.min(left, c), Math.max(right, c)];
    [top, bottom] = [Math.min(top, r), Math.max(bottom, r)];
    todo.push(...waysFrom(field, next));
  }
  if (open || places !== (right - left + 1) * (bottom - top + 1)) return undefined;
  const [x, y] = [lineAt(columns, left).at, lineAt(rows, top).at];
  return { left: x, top: y, right: lineAt(columns, right + 1).at, bottom: lineAt(rows, bottom + 1).at };
};

/** The cells that lines close in on all four sides, whatever cells a table has merged. */
export const boxesOf = ({ across, down }: Rules): Box[] => {
  const field: Field = { columns: linesOf(down), rows: linesOf(across), seen: new Set() };
  const { columns, rows, seen } = field;
  if (columns.length > mostLines || rows.length > mostLines) return [];
  const boxes: Box[] = [];
  for (let row = 0; row < rows.length - 1; row += 1)
    for (let column = 0; column < columns.length - 1; column += 1) {
      if (seen.has(column * rows.length + row)) continue;
      const box = roomOf(field, [column, row]);
      if (box) boxes.push(box);
      if (boxes.length > mostBoxes) return [];
    }
  return boxes;
};
