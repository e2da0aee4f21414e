import { node24 } from "./places.mjs";
import { SetupError } from "./report.mjs";
import { ask } from "./run.mjs";

/** The npm package "node" puts its program in place with an install script, which npm may have been told not to run. */
export const findBrokenNode = () => {
  if (ask(node24, ["--version"])?.startsWith("v24.")) return;
  throw new SetupError(
    'Node 24 did not arrive with npm: allow the install script of the package "node" (npm config get ignore-scripts must be false) and start again.',
  );
};
