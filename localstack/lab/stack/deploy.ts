import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { stackName } from "../../../infra/names.ts";
import { projectRoot } from "../../host/paths.ts";
import { LabError } from "../errors.ts";
import type { Progress } from "../progress.ts";
import type { Clients } from "./clients.ts";
import { createStack, templateOf } from "./create-stack.ts";
import { publishAssets } from "./publish-assets.ts";
import { runNode } from "./run-node.ts";
import { ASSET_BUCKET } from "./toolkit.ts";

/** The app run directly, as the CDK CLI would run it, without the seconds the CLI takes to start. */
export const synthesise = async (authority: string, folder: string): Promise<Synthesised> => {
  const out = join(folder, authority);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await runNode({
    args: [join(projectRoot, "infra/app.ts")],
    env: { CDK_OUTDIR: out, CDK_CONTEXT_JSON: JSON.stringify({ authority }) },
    failure: `The stack of ${authority} could not be synthesised.`,
  });
  const template = readFileSync(join(out, `${stackName(authority)}.template.json`), "utf8");
  return { authority, out, template };
};

export type Synthesised = { authority: string; out: string; template: string };

/** LocalStack reports such an update complete and leaves aliases and outputs behind, so it is not tried. */
const changedSince = (authority: string) =>
  new LabError(
    `${authority} has changed since it was deployed, and LocalStack can't update it in place: run npm run lab -- down, then up (what is in the lab is gone then).`,
  );

type Deployment = {
  clients: Clients;
  endpoint: string;
  /** Of the template: what a lab says otherwise than the profile. */
  parameters: Readonly<Record<string, string>>;
  tell: Progress;
};

/** Puts the authority's stack in place as it is in the repository now; nothing is done where it is there already. */
export const deployAuthority = async (
  { authority, out, template }: Synthesised,
  { clients, endpoint, parameters, tell }: Deployment,
): Promise<void> => {
  const StackName = stackName(authority);
  const before = await templateOf(clients, StackName);
  // Function code is named by its hash in the template, so an equal template is an equal deployment.
  if (isDeepStrictEqual(before, JSON.parse(template))) return tell(`${authority} is deployed already.`);
  if (before !== undefined) throw changedSince(authority);
  tell(`Deploying ${authority}…`);
  const key = await publishAssets(clients, StackName, out);
  const Parameters = Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
    ParameterKey,
    ParameterValue,
  }));
  // By its address, as it is too long to be sent in the request, in LocalStack as in AWS.
  await createStack(clients, { StackName, TemplateURL: `${endpoint}/${ASSET_BUCKET}/${key}`, Parameters });
};
