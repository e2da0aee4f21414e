// Brings a fresh clone to ready, and does nothing on one that is. Plain JavaScript on Node 20 with nothing
// installed: this is what installs.
import { pathToFileURL } from "node:url";
import { alone } from "./lock.mjs";
import { ensureDynamodb } from "./maven.mjs";
import { ensureNpm } from "./npm.mjs";
import { requireNode } from "./prerequisites.mjs";
import { ensurePython } from "./python.mjs";
import { SetupError, say } from "./report.mjs";

export const ensure = () =>
  alone(async () => {
    requireNode();
    await ensureNpm();
    await ensurePython();
    await ensureDynamodb();
  });

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await ensure();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exit(1);
  }
}
