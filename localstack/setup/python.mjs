import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { cfnLint, lintVenv, localstack, locks, python, root, uv, venv } from "./places.mjs";
import { findPython } from "./prerequisites.mjs";
import { run } from "./run.mjs";

export const pythonEnvironment = {
  name: "venv",
  title: "Making the Python environment",
  from: [locks.uv],
  // Python writes down where it was installed, so a clone that was moved is set up again.
  where: root,
  makes: [python, uv],
  require: findPython,
  install: async () => {
    const base = findPython();
    rmSync(venv, { recursive: true, force: true });
    await run(base, ["-m", "venv", venv], { failure: `${base} could not make a virtual environment.` });
    await run(python, ["-m", "pip", "install", "--quiet", "--require-hashes", "-r", locks.uv], {
      failure: "uv could not be installed from the Python package registry.",
    });
  },
};

/** uv brings certificates of its own; behind a council's proxy only the system's are right. */
const env = { UV_SYSTEM_CERTS: "true" };

export const pythonPackages = {
  name: "python",
  title: "Installing LocalStack",
  from: [locks.uv, locks.python, locks.plugin],
  where: root,
  makes: [python, localstack],
  require: findPython,
  install: async () => {
    await run(uv, ["pip", "sync", "--python", python, "--require-hashes", locks.python], {
      failure: "The Python packages could not be installed from the registry.",
      env,
    });
    // Editable, so that a change of the plug-in needs no new installation; built without a download.
    await run(
      uv,
      [
        "pip",
        "install",
        "--python",
        python,
        "--no-deps",
        "--no-build-isolation",
        "-e",
        dirname(locks.plugin),
      ],
      { failure: "Our LocalStack plug-in could not be installed.", env },
    );
  },
};

export const templateLinter = {
  name: "cfn-lint",
  title: "Installing the checker of templates",
  from: [locks.uv, locks.cfnLint],
  where: root,
  makes: [cfnLint],
  require: findPython,
  install: async () => {
    const failure = "cfn-lint could not be installed from the Python package registry.";
    await run(uv, ["venv", "--quiet", "--clear", "--python", python, lintVenv], { failure, env });
    await run(uv, ["pip", "sync", "--python", lintVenv, "--require-hashes", locks.cfnLint], { failure, env });
  },
};
