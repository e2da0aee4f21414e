import { Code } from "aws-cdk-lib/aws-lambda";
import { App } from "aws-cdk-lib/core";
import { CURRENTLY_RECOMMENDED_FLAGS } from "aws-cdk-lib/cx-api";
import { composeEpisode } from "../statemachines/compose.ts";
import { AuthorityStack } from "./authority-stack.ts";
import { buildFunctions } from "./build.ts";
import { readAuthority } from "./read-authority.ts";

// What a new CDK project would write into cdk.json as 80 lines; the library's version is pinned, so these are too.
const app = new App({ context: CURRENTLY_RECOMMENDED_FLAGS });

const refuse = (faults: string[]): never => {
  for (const fault of faults) console.error(fault);
  process.exit(1);
};

const profile = readAuthority(app.node.tryGetContext("authority"));
if (!profile.ok) refuse(profile.error);
else {
  const folderOf = await buildFunctions(profile.value.authority);
  new AuthorityStack(app, {
    profile: profile.value,
    definition: composeEpisode(),
    codeOf: (name) => Code.fromAsset(folderOf(name)),
  });
}
