import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stamps } from "./places.mjs";

const fingerprint = (files) => {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file)).update("\0");
  return hash.digest("hex");
};

const stampFile = (name) => join(stamps, name);

/** Current when what it made is still there and the files it was made from have not changed. */
export const isCurrent = ({ name, from, makes }) =>
  makes.every(existsSync) &&
  existsSync(stampFile(name)) &&
  readFileSync(stampFile(name), "utf8") === fingerprint(from);

export const stamp = ({ name, from }) => {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stampFile(name), fingerprint(from));
};
