import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";

const VENV = ".lab/returns-venv";
/** Of Python 3.11: the validator's numpy has no wheel for later ones. */
const PACKAGES = ["csc-validator-be-903==0.1.17", "lifelines==0.30.3", "abspc==1.1.0"];
const PINS: Readonly<Record<string, readonly string[]>> = {
  validator: PACKAGES.slice(0, 1),
  statistics: PACKAGES.slice(1),
};

/** An environment of its own for each checker, made once: what the one needs the other cannot bear. */
const environment = (name: keyof typeof PINS): string => {
  const folder = `${VENV}-${name}`;
  const python = `${folder}/bin/python`;
  const done = `${folder}/made`;
  if (existsSync(done)) return python;
  mkdirSync(".lab", { recursive: true });
  process.stderr.write(`Installing ${PINS[name]?.join(", ")}…\n`);
  execFileSync("python3.11", ["-m", "venv", "--clear", folder], { stdio: "inherit" });
  execFileSync(
    python,
    ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...(PINS[name] ?? [])],
    {
      stdio: "inherit",
    },
  );
  mkdirSync(done);
  return python;
};

/** What a checker prints, with its exit code; both are its answer. */
export const ask = (
  name: "validator" | "statistics",
  args: readonly string[],
): { code: number; answer: unknown } => {
  const python = environment(name);
  try {
    const text = execFileSync(python, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return { code: 0, answer: JSON.parse(text) };
  } catch (cause) {
    const { status, stdout } = cause as { status?: number; stdout?: string };
    if (typeof status !== "number" || !stdout) throw cause;
    return { code: status, answer: JSON.parse(stdout) };
  }
};
