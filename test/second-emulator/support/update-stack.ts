import { UpdateStackCommand, waitUntilStackUpdateComplete } from "@aws-sdk/client-cloudformation";
import { stackName } from "../../../infra/names.ts";
import type { Lab } from "../../../localstack/lab/api.ts";
import type { Synthesised } from "../../../localstack/lab/stack/deploy.ts";
import { publishAssets } from "../../../localstack/lab/stack/publish-assets.ts";
import { ASSET_BUCKET } from "../../../localstack/lab/stack/toolkit.ts";

/** What a deploy does to a stack that stands; the lab itself can't, as LocalStack leaves aliases behind. */
export const updateStack = async ({ clients, settings }: Lab, { authority, out }: Synthesised) => {
  const client = clients.cloudformation;
  const StackName = stackName(authority);
  const key = await publishAssets(clients, StackName, out);
  const TemplateURL = `${settings.endpoint}/${ASSET_BUCKET}/${key}`;
  const Parameters = [{ ParameterKey: "AcceptsLab", ParameterValue: "yes" }];
  await client.send(
    new UpdateStackCommand({ StackName, TemplateURL, Parameters, Capabilities: ["CAPABILITY_NAMED_IAM"] }),
  );
  await waitUntilStackUpdateComplete({ client, minDelay: 1, maxDelay: 1, maxWaitTime: 120 }, { StackName });
};
