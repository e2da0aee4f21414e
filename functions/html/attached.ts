import type { Attached, Letter } from "../domain/letters/letter.ts";
import { recordPage } from "./record-page.ts";

/** What a letter attaches, as files: a record becomes the page it is printed from. */
export const attachedFiles = ({ attachments = [] }: Pick<Letter, "attachments">): Attached[] =>
  attachments.map((one) =>
    "content" in one ? one : { filename: one.filename, contentType: "text/html", content: recordPage(one) },
  );
