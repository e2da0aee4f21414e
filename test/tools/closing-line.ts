import type { Reporter, TestModule } from "vitest/node";

/** Says in one plain line how it went, for whoever reads only the end of the log. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === "passed").length;
    const unloadable = modules.filter((module) => module.errors().length > 0).length;
    const failed = tests.filter((test) => test.result().state === "failed").length + unloadable;
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  }
}
