// Brings a fresh clone to ready, and does nothing on one that is. Plain JavaScript on Node 20 with nothing
// installed: this is what installs.
import { pathToFileURL } from "node:url";
import { alone } from "./lock.mjs";
import { dynamodbLocal } from "./maven.mjs";
import { npmPackages } from "./npm.mjs";
import { requireNode } from "./prerequisites.mjs";
import { pythonEnvironment, pythonPackages, secondEmulator, templateLinter } from "./python.mjs";
import { SetupError, say, step } from "./report.mjs";
import { isCurrent, stamp } from "./stamp.mjs";

const always = [npmPackages, pythonEnvironment, pythonPackages, templateLinter, dynamodbLocal];

const installMissing = async (parts) => {
  // All are asked for before anything is installed, so that nobody waits for a download to learn what is missing.
  for (const part of parts) if (!isCurrent(part)) part.require();
  for (const part of parts) {
    // Asked again, as one part may undo the next: a new environment has no packages.
    if (isCurrent(part)) continue;
    await step(part.title, part.install);
    stamp(part);
  }
};

export const ensure = async (more = []) => {
  requireNode();
  const parts = [...always, ...more];
  if (!parts.every(isCurrent)) await alone(() => installMissing(parts));
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await ensure(process.argv.includes("--second-emulator") ? [secondEmulator] : []);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exit(1);
  }
}
