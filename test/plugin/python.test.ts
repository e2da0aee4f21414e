import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { installed, projectRoot } from "../../localstack/host/paths.ts";

it("the plug-in, a package of its own, passes its own tests", () => {
  const tests = join(projectRoot, "localstack/plugin/tests");
  // Not from the project's folder, where "localstack" would be this project's own.
  const outcome = spawnSync(
    installed.python,
    ["-m", "pytest", "-q", "-p", "no:cacheprovider", "--import-mode=importlib", tests],
    {
      cwd: tests,
      encoding: "utf8",
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1", STANDSTILL_NODE: installed.node },
    },
  );
  const said = outcome.stdout + outcome.stderr;
  expect(said).toMatch(/\d+ passed/);
  expect(outcome.status, said).toBe(0);
});
