import { withoutControls } from "../../compact/forms/text-blocks.ts";
import { type Look, plainLook } from "./look.ts";
import type { Page } from "./page.ts";
import { holdGaps } from "./spaces.ts";

export const writeText = (
  page: Page,
  text: string,
  { spaces, bold }: Pick<Look, "spaces" | "bold"> = plainLook,
): void => {
  const clean = withoutControls(text);
  if (spaces === "even") {
    page.addText(clean, bold);
    return;
  }
  const lines = (spaces === "kept" ? holdGaps(clean) : clean).split(/\r\n|\r|\n/);
  for (const [at, line] of lines.entries()) {
    if (at > 0) page.newLine();
    page.addText(line, bold);
  }
};
