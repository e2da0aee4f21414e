import mammoth from "mammoth";
import { asSymbols } from "./symbol-fonts.ts";

type Run = { font?: string | null; children: { type: string; value?: string }[] };
type Transforms = { run: (change: (run: Run) => Run) => (document: unknown) => unknown };
const { transforms } = mammoth as unknown as { transforms: Transforms };

export const markFonts = transforms.run((run) => ({
  ...run,
  children: run.children.map((child) =>
    child.type === "text" && child.value ? { ...child, value: asSymbols(child.value, run.font) } : child,
  ),
}));
