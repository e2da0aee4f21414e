/** 0xRRGGBB, or one of the two below. */
export type Colour = number;

/** Nothing is painted. */
export const clear: Colour = -1;
/** A picture, a gradient, a name nobody looked up: nothing is as it is. */
export const another: Colour = -2;
export const black: Colour = 0;
export const white: Colour = 0xffffff;

const names: Record<string, Colour> = {
  transparent: clear,
  white,
  window: white,
  snow: 0xfffafa,
  ivory: 0xfffff0,
  floralwhite: 0xfffaf0,
  ghostwhite: 0xf8f8ff,
  mintcream: 0xf5fffa,
  azure: 0xf0ffff,
  aliceblue: 0xf0f8ff,
  seashell: 0xfff5ee,
  whitesmoke: 0xf5f5f5,
  black,
  windowtext: black,
  initial: black,
  silver: 0xc0c0c0,
  gray: 0x808080,
  grey: 0x808080,
  red: 0xff0000,
  maroon: 0x800000,
  yellow: 0xffff00,
  green: 0x008000,
  blue: 0x0000ff,
  navy: 0x000080,
};

const hex = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/;
const rgb = /^rgba?\(\s*([\d.]+)(%?)[\s,]+([\d.]+)%?[\s,]+([\d.]+)%?(?:[\s,/]+([\d.]+)(%?))?\s*\)$/;
const faintest = 0.1;

const readHex = (digits: string): Colour => {
  const full = digits.length < 6 ? digits.replace(/./g, "$&$&") : digits;
  const alpha = full.length === 8 ? Number.parseInt(full.slice(6), 16) / 255 : 1;
  return alpha < faintest ? clear : Number.parseInt(full.slice(0, 6), 16);
};

const readRgb = ([, red, percent, green, blue, alpha, ofHundred]: readonly (
  | string
  | undefined
)[]): Colour => {
  if (alpha !== undefined && Number(alpha) / (ofHundred ? 100 : 1) < faintest) return clear;
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) =>
    Math.min(255, Math.round(Number(part) * (percent ? 2.55 : 1))),
  );
  return (r << 16) | (g << 8) | b;
};

const inherited = new Set(["", "inherit", "unset", "revert", "currentcolor", "auto"]);

/** Undefined where it says to leave the colour as it is. */
export const colourOf = (value: string): Colour | undefined => {
  if (inherited.has(value)) return undefined;
  const digits = hex.exec(value)?.[1];
  if (digits) return readHex(digits);
  const parts = rgb.exec(value);
  return parts ? readRgb(parts) : (names[value] ?? another);
};

const pictured = /url\(|gradient|image-set/;
const token = /#[\da-f]+|[a-z-]+\([^)]*\)|[a-z-]+/g;
const placing =
  /^(?:none|(?:no-)?repeat(?:-[xy])?|scroll|fixed|local|top|left|right|bottom|center|cover|contain|border-box|padding-box|content-box|px|pt|em|rem)$/;

/** The colour within a `background`, whatever else it says. */
export const backgroundOf = (value: string): Colour | undefined => {
  if (pictured.test(value)) return another;
  const paint = value.match(token)?.find((part) => !placing.test(part));
  const colour = paint === undefined ? undefined : colourOf(paint);
  return colour === clear ? undefined : colour;
};

/** As HTML has it in `bgcolor` and `<font color>`, where the mark before the figures may be left out. */
export const attributeColour = (value: string): Colour | undefined => {
  const said = value.trim().toLowerCase();
  return colourOf(/^[\da-f]{6}$/.test(said) ? `#${said}` : said);
};

const leastSeen = 24;

/** So alike that nobody can read one upon the other. */
export const areAlike = (one: Colour, other: Colour): boolean =>
  one >= 0 &&
  other >= 0 &&
  [16, 8, 0].every((part) => Math.abs(((one >> part) & 255) - ((other >> part) & 255)) <= leastSeen);
