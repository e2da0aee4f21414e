import { OPS } from "unpdf/pdfjs";

/** As PDF writes it: where the unit square's corner and sides go. */
export type Matrix = readonly [number, number, number, number, number, number];

export const unmoved: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export const within = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

export const placed = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

export const areaOf = ([a, b, c, d]: Matrix): number => Math.abs(a * d - b * c);

/** A straight line along a row or a column: where it lies, and from where to where it goes. */
export type Rule = { at: number; from: number; to: number };
export type Rules = { across: Rule[]; down: Rule[] };

const thickest = 3;
const shortest = 5;
const straight = 0.5;
const mostRules = 4_000;
const longestPath = 40_000;

const [MOVE, LINE, CURVE, BEND] = [0, 1, 2, 3];
const coordinates = new Map([
  [MOVE, 2],
  [LINE, 2],
  [CURVE, 6],
  [BEND, 4],
]);
const filled = new Set<number>([OPS.fill, OPS.eoFill]);
const stroked = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

type Point = [number, number];

/** The outline of each part of a path, closed where the next part begins. */
const outlinesOf = (path: ArrayLike<number>, matrix: Matrix): Point[][] => {
  const outlines: Point[][] = [];
  for (let at = 0; at < path.length; ) {
    const step = path[at] ?? MOVE;
    const count = coordinates.get(step) ?? 0;
    if (step === MOVE) outlines.push([]);
    if (count > 0)
      outlines.at(-1)?.push(placed(matrix, path[at + count - 1] as number, path[at + count] as number));
    else {
      const first = outlines.at(-1)?.[0];
      if (first) outlines.at(-1)?.push(first);
    }
    at += count + 1;
  }
  return outlines;
};

const addLine = ({ across, down }: Rules, [ax, ay]: Point, [bx, by]: Point): void => {
  if (across.length + down.length >= mostRules) return;
  if (Math.abs(ay - by) < straight && Math.abs(ax - bx) > shortest)
    across.push({ at: (ay + by) / 2, from: Math.min(ax, bx), to: Math.max(ax, bx) });
  else if (Math.abs(ax - bx) < straight && Math.abs(ay - by) > shortest)
    down.push({ at: (ax + bx) / 2, from: Math.min(ay, by), to: Math.max(ay, by) });
};

/** Word prints a line as a thin area; a wide one is a colour behind words. */
const addArea = (rules: Rules, outline: readonly Point[]): void => {
  const xs = outline.map(([x]) => x);
  const ys = outline.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [middle, centre] = [(top + bottom) / 2, (left + right) / 2];
  if (bottom - top <= thickest) addLine(rules, [left, middle], [right, middle]);
  else if (right - left <= thickest) addLine(rules, [centre, top], [centre, bottom]);
};

/** Adds what lines a path draws; curves and colours draw none. */
export const addPath = (
  rules: Rules,
  paint: number,
  path: ArrayLike<number> | undefined,
  matrix: Matrix,
): void => {
  if (!path || path.length > longestPath) return;
  for (const outline of outlinesOf(path, matrix)) {
    if (filled.has(paint) && outline.length <= 6) addArea(rules, outline);
    else if (stroked.has(paint))
      outline.slice(1).forEach((point, n) => {
        addLine(rules, outline[n] as Point, point);
      });
  }
};
