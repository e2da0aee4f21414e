import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stamps } from "./places.mjs";

const fingerprint = ({ from, where = "" }) => {
  const hash = createHash("sha256").update(where);
  for (const file of from) hash.update(readFileSync(file)).update("\0");
  return hash.digest("hex");
};

const stampFile = (name) => join(stamps, name);

/** Current when what it made is still there and the files it was made from have not changed. */
export const isCurrent = (part) =>
  part.makes.every((path) => existsSync(path)) &&
  existsSync(stampFile(part.name)) &&
  readFileSync(stampFile(part.name), "utf8") === fingerprint(part);

export const stamp = (part) => {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stampFile(part.name), fingerprint(part));
};
