import mammoth from "mammoth";

type Run = { font?: string | null; children: { type: string; value?: string }[] };
type Transforms = { run: (change: (run: Run) => Run) => (document: unknown) => unknown };
const { transforms } = mammoth as unknown as { transforms: Transforms };

const symbolFont = /^wingdings(?: 2)?$/i;
const isLetters = (text: string): boolean => !/[^\u0020-\u00ff\uf000-\uf0ff]/.test(text);

/**
 * Letters of a symbol font are pictures: "þ" is a ticked box. They move to where Word keeps such letters otherwise, and
 * what is no mark stays unseen.
 */
const marked = (value: string): string =>
  [...value].map((letter) => String.fromCharCode(0xf000 | ((letter.codePointAt(0) ?? 0) & 0xff))).join("");

export const markFonts = transforms.run((run) =>
  symbolFont.test(run.font ?? "")
    ? {
        ...run,
        children: run.children.map((child) =>
          child.type === "text" && child.value && isLetters(child.value)
            ? { ...child, value: marked(child.value) }
            : child,
        ),
      }
    : run,
);
