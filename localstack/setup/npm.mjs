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
    run("npm", ["ci", "--no-audit", "--no-fund"], { failure: "npm ci failed: its last lines follow." }),
  );
  findBrokenNode();
  stamp(part);
};
