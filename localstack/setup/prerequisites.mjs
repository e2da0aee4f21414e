import { SetupError } from "./report.mjs";
import { ask } from "./run.mjs";

const pythonNames = ["python3.13", "python3.12", "python3.11", "python3", "python"];

const printsVersion = "import sys, venv, ensurepip; print('%d.%d' % sys.version_info[:2])";

/** The newest Python that LocalStack 4.9 runs on and that can make a virtual environment. */
export const findPython = () => {
  const found = pythonNames.find((name) =>
    ["3.11", "3.12", "3.13"].includes(ask(name, ["-c", printsVersion])?.trim()),
  );
  if (found) return found;
  throw new SetupError(
    "Safe Return needs Python 3.11, 3.12 or 3.13 with its venv module: install one (on Debian: apt install python3 python3-venv) and start again.",
  );
};

export const requireNode = () => {
  if (Number(process.versions.node.split(".")[0]) >= 20) return;
  throw new SetupError(
    `Safe Return needs Node 20 or newer (this is ${process.versions.node}): install one and start again.`,
  );
};

export const requireNpm = () => {
  if (ask("npm", ["--version"])) return;
  throw new SetupError("Safe Return needs npm, which comes with Node: install it and start again.");
};

export const requireJava = () => {
  const major = Number(/version "(\d+)/.exec(ask("java", ["-version"]) ?? "")?.[1] ?? 0);
  if (major >= 17) return;
  throw new SetupError(
    "Safe Return needs Java 17 or newer for DynamoDB Local: install one (on Debian: apt install openjdk-17-jdk-headless) and start again.",
  );
};

export const requireMaven = () => {
  if (ask("mvn", ["--version"])) return;
  throw new SetupError(
    "Safe Return needs Maven to fetch DynamoDB Local: install it (on Debian: apt install maven) and start again.",
  );
};
