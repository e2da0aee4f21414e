import { OPS, type PDFPageProxy } from "unpdf/pdfjs";
import { addPath, areaOf, type Matrix, type Rules, unmoved, within } from "./pdf-paths.ts";

export type Drawing = Rules & { /** Of the page, as a fraction. */ pictures: number };

/** Text is set in smaller units than these; what is drawn in such is a picture, which fills a unit square. */
const leastPicture = 20;

type Operators = { fnArray: readonly number[]; argsArray: readonly unknown[] };

const numbersOf = (value: unknown): ArrayLike<number> | undefined =>
  Array.isArray(value) || value instanceof Float32Array ? value : undefined;

const matrixOf = (value: unknown): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(numbersOf(value) ?? unmoved);
  return [a, b, c, d, e, f];
};

const drawn = ({ fnArray, argsArray }: Operators, view: Matrix, area: number): Drawing => {
  const drawing: Drawing = { across: [], down: [], pictures: 0 };
  const outer: Matrix[] = [];
  let matrix = view;
  let covered = 0;
  fnArray.forEach((operator, at) => {
    const args = argsArray[at];
    const [first, second] = Array.isArray(args) ? args : [];
    if (operator === OPS.save) outer.push(matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = outer.pop() ?? view;
    else if (operator === OPS.paintFormXObjectBegin) {
      outer.push(matrix);
      matrix = within(matrix, matrixOf(first));
    } else if (operator === OPS.transform) {
      matrix = within(matrix, matrixOf(args));
      const [a, b, c, d] = matrix;
      // The picture itself is left out: what remains of it is the square it was to fill.
      if (Math.min(Math.hypot(a, b), Math.hypot(c, d)) > leastPicture) covered += areaOf(matrix);
    } else if (operator === OPS.constructPath && Array.isArray(second))
      addPath(drawing, first, numbersOf(second[0]), matrix);
  });
  return { ...drawing, pictures: Math.min(1, covered / area) };
};

/** The lines drawn on a page, and how much of it pictures cover, as seen through a view. No picture is decoded. */
export const drawingOf = async (page: PDFPageProxy): Promise<(view: Matrix) => Drawing> => {
  const operators = await page.getOperatorList({ annotationMode: 0 });
  const { width, height } = page.getViewport({ scale: 1 });
  return (view) => drawn(operators, view, width * height);
};
