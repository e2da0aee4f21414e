import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { installed, projectRoot } from "../../localstack/host/paths.ts";

it("the plug-in's own parts pass their tests in Python", () => {
  const tests = join(projectRoot, "test/plugin/python");
  // Not from the project's folder, where "localstack" would be this project's own.
  const outcome = spawnSync(
    installed.python,
    ["-m", "pytest", "-q", "-p", "no:cacheprovider", "--import-mode=importlib", tests],
    { cwd: tests, encoding: "utf8", env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" } },
  );
  expect(outcome.stdout + outcome.stderr).toMatch(/\d+ passed/);
  expect(outcome.status).toBe(0);
});
