import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import validate from "asl-validator";
import { Code } from "aws-cdk-lib/aws-lambda";
import { App, Validations } from "aws-cdk-lib/core";
import { CURRENTLY_RECOMMENDED_FLAGS } from "aws-cdk-lib/cx-api";
import { AwsSolutionsChecks, NIST80053R5Checks } from "cdk-nag";
import { AccountStack } from "../../infra/account-stack.ts";
import { AuthorityStack } from "../../infra/authority-stack.ts";
import { accountStacks } from "../../infra/mail-stack.ts";
import { projectRoot } from "../../localstack/host/paths.ts";
import { composeEpisode } from "../../statemachines/compose.ts";
import { aProfile } from "../builders/profile.ts";

// Every stack of an account, through CloudFormation's own checks, cdk-nag, cfn-lint and a validator of the workflow.
// Apart from `npm run check`, for it takes as long again; `npm test` runs both.

const out = mkdtempSync(join(tmpdir(), "safe-return-templates-"));
const faults: string[] = [];

const definition = composeEpisode();
const filled = JSON.stringify(definition).replaceAll(
  /\$\{\w+\}/g,
  "arn:aws:lambda:eu-west-2:000000000000:function:f:live",
);
const { isValid, errorsText } = validate(JSON.parse(filled));
if (!isValid) faults.push(`The workflow: ${errorsText()}`);

const app = new App({ context: CURRENTLY_RECOMMENDED_FLAGS, outdir: out, treeMetadata: false });
const profile = aProfile();
new AuthorityStack(app, { profile, definition, codeOf: () => Code.fromInline("exports.handler = () => {}") });
accountStacks(app, [profile]);
new AccountStack(app);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new NIST80053R5Checks(app));
try {
  app.synth();
} catch (error) {
  faults.push(String(error));
}

const templates = readdirSync(out).filter((file) => file.endsWith(".template.json"));
// W3005: CDK writes down dependencies that references say already.
const linted = spawnSync(
  join(projectRoot, ".lab/lint-venv/bin/cfn-lint"),
  ["--regions", "eu-west-2", "--ignore-checks", "W3005", "--", ...templates.map((file) => join(out, file))],
  { encoding: "utf8" },
);
if (linted.status !== 0) faults.push(`${linted.stdout}${linted.stderr}${linted.error ?? ""}`);
rmSync(out, { recursive: true, force: true });

for (const fault of faults) console.error(fault);
if (faults.length === 0) console.log(`${templates.length} templates and the workflow: no finding.`);
process.exit(faults.length === 0 ? 0 : 1);
