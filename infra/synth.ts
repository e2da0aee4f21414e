import { Code } from "aws-cdk-lib/aws-lambda";
import { App } from "aws-cdk-lib/core";
import { CURRENTLY_RECOMMENDED_FLAGS } from "aws-cdk-lib/cx-api";
import type { Result } from "../functions/domain/result.ts";
import { composeEpisode } from "../statemachines/compose.ts";
import { AuthorityStack } from "./authority-stack.ts";
import { functionCode } from "./bundle/function-code.ts";
import { accountNames, readAccount } from "./read-account.ts";
import { readAuthority, unknownAuthority } from "./read-authority.ts";

const app = new App({
  // What a new CDK project would write into cdk.json as 80 lines; the library's version is pinned, so these are too.
  context: CURRENTLY_RECOMMENDED_FLAGS,
  // Half of a synth's time: test/infra does it instead, once.
  builtinCloudFormationValidation: false,
  treeMetadata: false,
});
const asked = {
  authority: app.node.tryGetContext("authority"),
  account: app.node.tryGetContext("account"),
  accountMail: app.node.tryGetContext("account-mail"),
};

/** 1: a profile has faults; 2: the command line has. */
const stop = (sentences: readonly string[], code: 1 | 2): never => {
  for (const sentence of sentences) console.error(sentence);
  process.exit(code);
};

const known = (names: readonly unknown[]): string[] => {
  const unknown = names.flatMap((name) => unknownAuthority(name) ?? []);
  return unknown.length > 0 ? stop(unknown, 2) : names.map(String);
};

const orStop = <T>(read: Result<T, string[]>): T => (read.ok ? read.value : stop(read.error, 1));

if (asked.account !== undefined) {
  const { AccountStack } = await import("./account-stack.ts");
  new AccountStack(app);
} else if (asked.accountMail !== undefined) {
  const profiles = orStop(readAccount(known(accountNames(asked.accountMail))));
  const { accountStacks } = await import("./mail-stack.ts");
  accountStacks(app, profiles);
} else {
  const [authority = ""] = known([asked.authority]);
  const profile = orStop(readAuthority(authority));
  const folderOf = await functionCode(profile);
  new AuthorityStack(app, {
    profile,
    definition: composeEpisode(),
    codeOf: (name) => Code.fromAsset(folderOf(name)),
  });
}
