import { existsSync, rmSync } from "node:fs";
import { locks, python, uv, venv } from "./places.mjs";
import { findPython } from "./prerequisites.mjs";
import { step } from "./report.mjs";
import { run } from "./run.mjs";
import { isCurrent, stamp } from "./stamp.mjs";

const environment = { name: "venv", from: [locks.uv], makes: [python, uv] };
const packages = { name: "python", from: [locks.uv, locks.python, locks.plugin], makes: [python] };
const plugin = locks.plugin.replace(/\/[^/]+$/, "");

/** A virtual environment remembers where it was made, so one that moved or lost its Python is made again. */
const makeEnvironment = async () => {
  const base = findPython();
  rmSync(venv, { recursive: true, force: true });
  await run(base, ["-m", "venv", venv], { failure: `${base} could not make a virtual environment.` });
  await run(python, ["-m", "pip", "install", "--quiet", "--require-hashes", "-r", locks.uv], {
    failure: "uv could not be installed from the Python package registry.",
  });
};

const installPackages = async () => {
  await run(uv, ["pip", "sync", "--python", python, "--require-hashes", locks.python], {
    failure: "The Python packages could not be installed from the registry.",
  });
  // Editable, so that a change of the plug-in needs no new installation; built without a download.
  await run(uv, ["pip", "install", "--python", python, "--no-deps", "--no-build-isolation", "-e", plugin], {
    failure: "Our LocalStack plug-in could not be installed.",
  });
};

export const ensurePython = async () => {
  if (!isCurrent(environment)) {
    await step("Making the Python environment", makeEnvironment);
    stamp(environment);
  }
  if (isCurrent(packages) && existsSync(python)) return;
  await step("Installing LocalStack", installPackages);
  stamp(packages);
};
