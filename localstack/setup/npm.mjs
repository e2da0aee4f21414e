import { locks, node24 } from "./places.mjs";
import { requireNpm } from "./prerequisites.mjs";
import { SetupError } from "./report.mjs";
import { ask, run } from "./run.mjs";

/** The npm package "node" puts its program in place with an install script, which npm may have been told not to run. */
const requireNode24 = () => {
  if (ask(node24, ["--version"])?.startsWith("v24.")) return;
  throw new SetupError(
    'Node 24 did not arrive with npm: allow the install script of the package "node" (npm config get ignore-scripts must be false) and start again.',
  );
};

export const npmPackages = {
  name: "npm",
  title: "Installing npm packages",
  from: [locks.npm],
  makes: [node24],
  require: requireNpm,
  install: async () => {
    // Not `npm ci`: it refuses a lock made where the registry lacks other platforms' optional binaries.
    // This installs the locked versions, checks their hashes and leaves the lock as it is.
    await run("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"], {
      failure: "npm could not install the packages: its last lines follow.",
    });
    requireNode24();
  },
};
