import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { lab } from "./places.mjs";
import { SetupError, say } from "./report.mjs";

const folder = join(lab, "setup.lock");
const owner = join(folder, "pid");
const WAIT_MS = 15 * 60_000;

const take = () => {
  try {
    mkdirSync(folder);
    writeFileSync(owner, String(process.pid));
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
};

/** A set-up that was killed leaves its lock behind. */
const ownerHasGone = () => {
  try {
    process.kill(Number(readFileSync(owner, "utf8")), 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
};

const release = () => rmSync(folder, { recursive: true, force: true });

/** Two commands started at once on a fresh clone must not install over each other: the second waits. */
export const alone = async (work) => {
  mkdirSync(lab, { recursive: true });
  const giveUpAt = Date.now() + WAIT_MS;
  for (let told = false; !take(); told = true) {
    if (!told) say("Waiting for another set-up to finish…");
    if (ownerHasGone()) release();
    else await pause(200);
    if (Date.now() > giveUpAt)
      throw new SetupError(`Another set-up holds ${folder}: end it or delete that folder.`);
  }
  try {
    return await work();
  } finally {
    release();
  }
};
