import { findBrokenNode } from "./node24.mjs";
import { locks, node24 } from "./places.mjs";
import { requireNpm } from "./prerequisites.mjs";
import { step } from "./report.mjs";
import { run } from "./run.mjs";
import { isCurrent, stamp } from "./stamp.mjs";

const part = { name: "npm", from: [locks.npm], makes: [node24] };

export const ensureNpm = async () => {
  if (isCurrent(part)) return;
  requireNpm();
  await step("Installing npm packages", () =>
    // Not `npm ci`: it refuses a lock made where the registry lacks other platforms' optional binaries.
    // This installs the locked versions, checks their hashes and leaves the lock as it is.
    run("npm", ["install", "--no-save", "--no-audit", "--no-fund"], {
      failure: "npm could not install the packages: its last lines follow.",
    }),
  );
  findBrokenNode();
  stamp(part);
};
