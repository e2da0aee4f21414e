import { Code } from "aws-cdk-lib/aws-lambda";
import { App } from "aws-cdk-lib/core";
import { CURRENTLY_RECOMMENDED_FLAGS } from "aws-cdk-lib/cx-api";
import type { Result } from "../functions/domain/result.ts";
import { composeEpisode } from "../statemachines/compose.ts";
import { AuthorityStack } from "./authority-stack.ts";
import { buildFunctions } from "./build.ts";
import { readAccount } from "./read-account.ts";
import { readAuthority } from "./read-authority.ts";

const app = new App({
  // What a new CDK project would write into cdk.json as 80 lines; the library's version is pinned, so these are too.
  context: CURRENTLY_RECOMMENDED_FLAGS,
  // Half of a synth's time: test/infra does it instead, once.
  builtinCloudFormationValidation: false,
  treeMetadata: false,
});
const asked = {
  authority: app.node.tryGetContext("authority"),
  accountMail: app.node.tryGetContext("account-mail"),
};

const orStop = <T>(read: Result<T, string[]>): T => {
  if (read.ok) return read.value;
  for (const fault of read.error) console.error(fault);
  process.exit(1);
};

if (asked.accountMail !== undefined) {
  const profiles = orStop(readAccount(asked.accountMail));
  const { MailStack } = await import("./mail-stack.ts");
  new MailStack(app, profiles);
} else {
  const profile = orStop(readAuthority(asked.authority));
  const folderOf = await buildFunctions(profile.authority);
  new AuthorityStack(app, {
    profile,
    definition: composeEpisode(),
    codeOf: (name) => Code.fromAsset(folderOf(name)),
  });
}
