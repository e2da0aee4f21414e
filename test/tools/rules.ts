import { existsSync, readFileSync } from "node:fs";
import * as z from "zod";
import { endWithTheReader } from "../../localstack/tools/broken-pipe.ts";
import ruleIds from "../protocol/rule-ids.json" with { type: "json" };

/** `npm run rules [-- --json]`: each rule id of every protocol, the tests whose titles name it, and whether they passed. */
const resultsSchema = z.object({
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) }),
  ),
});

type Proof = { id: string; tests: string[]; passed: boolean };

const RESULTS = new URL("../../.lab/test-results.json", import.meta.url);

const proofs = (): Proof[] => {
  const results = resultsSchema.parse(JSON.parse(readFileSync(RESULTS, "utf8")));
  const tests = results.testResults.flatMap((file) => file.assertionResults);
  return Object.keys(ruleIds).map((id) => {
    const naming = tests.filter((test) => new RegExp(`\\b${id}\\b`).test(test.fullName));
    return {
      id,
      tests: naming.map((test) => test.fullName),
      passed: naming.length > 0 && naming.every((test) => test.status === "passed"),
    };
  });
};

const inWords = ({ id, tests, passed }: Proof): string => {
  const clause = (ruleIds as Record<string, string>)[id] ?? "";
  const standing = passed ? "proved" : tests.length > 0 ? "FAILING" : "no test";
  return [`${id}  ${standing}  (clause ${clause})`, ...tests.map((test) => `    ${test}`)].join("\n");
};

endWithTheReader();
if (!existsSync(RESULTS)) {
  process.stderr.write("There are no test results yet: run npm test first.\n");
  process.exitCode = 1;
} else {
  const all = proofs();
  const json = process.argv.includes("--json");
  const proved = all.filter((p) => p.passed).length;
  process.stdout.write(
    json
      ? `${JSON.stringify(all, null, 2)}\n`
      : `${all.map(inWords).join("\n")}\n\n${proved} of ${all.length} rules are proved by passing tests.\n`,
  );
}
