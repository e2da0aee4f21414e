import { rmSync } from "node:fs";
import { dirname } from "node:path";
import {
  cfnLint,
  lintVenv,
  localstack,
  locks,
  ministack,
  ministackVenv,
  python,
  root,
  uv,
  venv,
} from "./places.mjs";
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

/** Tools that get packages of their own, apart from LocalStack's, which are as old as it is. */
const apart = (name, title, lock, folder, makes) => ({
  name,
  title,
  from: [locks.uv, lock],
  where: root,
  makes: [makes],
  require: findPython,
  install: async () => {
    const failure = `The packages of ${lock} could not be installed from the Python package registry.`;
    await run(uv, ["venv", "--quiet", "--clear", "--python", python, folder], { failure, env });
    await run(uv, ["pip", "sync", "--python", folder, "--require-hashes", lock], { failure, env });
  },
});

export const templateLinter = apart(
  "cfn-lint",
  "Installing the checker of templates",
  locks.cfnLint,
  lintVenv,
  cfnLint,
);

export const secondEmulator = apart(
  "ministack",
  "Installing MiniStack",
  locks.ministack,
  ministackVenv,
  ministack,
);
