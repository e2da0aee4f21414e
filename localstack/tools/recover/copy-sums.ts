import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { badArgument } from "../../lab/errors.ts";

const LIST = "SHA256SUMS";

export const sumOf = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex");

/** Files of a copy that are gone, or are no more what they were when it was made. */
export const brokenCopies = (folder: string): string[] => {
  const list = join(folder, LIST);
  if (!existsSync(list)) throw badArgument(`${folder} holds no copy: it has no ${LIST}.`);
  return readFileSync(list, "utf8")
    .split("\n")
    .filter(Boolean)
    .flatMap((line) => {
      const file = line.slice(66);
      const path = join(folder, file);
      return existsSync(path) && sumOf(readFileSync(path)) === line.slice(0, 64) ? [] : [file];
    });
};
