/** In pixels, as far as a reader needs them: letters are taken to be of the usual size. */
const units: Record<string, number> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 37.8,
  mm: 3.78,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
  "%": 0.16,
  vw: 12,
  vh: 8,
};

const length = /^([-+]?\d*\.?\d+)([a-z%]*)$/;

export const pixels = (value: string | undefined): number | undefined => {
  const [, figure, unit = ""] = length.exec(value ?? "") ?? [];
  const factor = units[unit];
  return figure === undefined || factor === undefined ? undefined : Number(figure) * factor;
};
