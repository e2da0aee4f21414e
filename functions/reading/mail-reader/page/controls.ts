import { columnGap } from "./line.ts";
import type { Look } from "./look.ts";
import type { Page } from "./page.ts";

type Attributes = Record<string, string>;

/** What a form's control, or a picture, shows in its place. */
export type Control =
  | { kind: "box"; ticked: boolean }
  | { kind: "field"; value: string }
  | { kind: "picture"; text: string };

type Option = { text: string; isSelected: boolean; isDisabled: boolean };
type Choice = { isMultiple: boolean; options: Option[] };

const boxes = new Set(["checkbox", "radio"]);
const wordless = new Set([
  "hidden",
  "password",
  "submit",
  "button",
  "reset",
  "image",
  "file",
  "color",
  "range",
]);

const inputOf = ({ type = "text", value = "", checked }: Attributes): Control | undefined => {
  const kind = type.toLowerCase();
  if (boxes.has(kind)) return { kind: "box", ticked: checked !== undefined };
  return wordless.has(kind) ? undefined : { kind: "field", value };
};

/** What only spaces out a page, or counts who opens it, is no picture. */
const leastPixels = 3;
const isSpacer = ({ alt, width, height }: Attributes): boolean =>
  alt?.trim() === "" || [width, height].some((size) => Number.parseInt(size ?? "", 10) < leastPixels);

const pictureOf = (attributes: Attributes): Control | undefined =>
  isSpacer(attributes)
    ? undefined
    : { kind: "picture", text: attributes.alt ? `[picture: ${attributes.alt}]` : "[picture]" };

const voids: Record<string, (attributes: Attributes) => Control | undefined> = {
  input: inputOf,
  img: pictureOf,
};

/** As HTML has it: what is selected, the last where only one may be; else the first that can be. */
const chosen = ({ isMultiple, options }: Choice): string => {
  const selected = options.filter(({ isSelected }) => isSelected);
  if (isMultiple) return selected.map(({ text }) => text.trim()).join(", ");
  return (selected.at(-1) ?? options.find(({ isDisabled }) => !isDisabled))?.text.trim() ?? "";
};

/** Reads controls as their elements open and close. Of a choice nothing is shown but what is chosen. */
export const newControls = () => {
  let choice: Choice | undefined;
  return {
    isChoosing: (): boolean => choice !== undefined,
    open(name: string, attributes: Attributes): Control | undefined {
      if (name === "select") choice = { isMultiple: attributes.multiple !== undefined, options: [] };
      else if (name === "option")
        choice?.options.push({
          text: "",
          isSelected: attributes.selected !== undefined,
          isDisabled: attributes.disabled !== undefined,
        });
      return voids[name]?.(attributes);
    },
    text(text: string): void {
      const option = choice?.options.at(-1);
      if (option) option.text += text;
    },
    close(name: string): Control | undefined {
      if (name !== "select" || !choice) return undefined;
      const value = chosen(choice);
      choice = undefined;
      return { kind: "field", value };
    },
  };
};

const afterLabel = /[\p{L}):?*]\s*$/u;

/** Beside a label a control is a column of its own, and an empty one says that there is nothing. */
export const writeGap = (page: Page): void => {
  if (afterLabel.test(page.lineEnd().slice(-40))) page.addText(columnGap, false);
};

export const writeControl = (page: Page, control: Control, { bold }: Look): void => {
  if (control.kind === "picture") page.addPicture(control.text);
  else if (control.kind === "box") page.addText(control.ticked ? " ☒ " : " ☐ ", bold);
  else {
    const value = control.value.trim() || (page.lineEnd() && "-");
    writeGap(page);
    page.addText(` ${value}${columnGap}`, false);
  }
};
