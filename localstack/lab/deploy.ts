import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { GetTemplateCommand } from "@aws-sdk/client-cloudformation";
import { stackName } from "../../infra/names.ts";
import { projectRoot } from "../host/paths.ts";
import { ACCOUNT, awsEnvironment, type Clients, REGION } from "./clients.ts";
import { LabError } from "./errors.ts";
import type { Progress } from "./progress.ts";
import { runNode } from "./run-node.ts";

const CDK = join(projectRoot, "node_modules/aws-cdk/bin/cdk");
const quiet = { CDK_DISABLE_VERSION_CHECK: "1", CDK_DISABLE_CLI_TELEMETRY: "true", CI: "true" };

/** The app run directly, as the CDK CLI would run it, without the seconds the CLI takes to start. */
const synthesise = async (authority: string, out: string): Promise<void> => {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await runNode({
    args: [join(projectRoot, "infra/app.ts")],
    env: { CDK_OUTDIR: out, CDK_CONTEXT_JSON: JSON.stringify({ authority }) },
    failure: `The stack of ${authority} could not be synthesised.`,
  });
};

const deployedTemplate = async ({ cloudformation }: Clients, authority: string): Promise<unknown> => {
  try {
    const StackName = stackName(authority);
    const { TemplateBody } = await cloudformation.send(new GetTemplateCommand({ StackName }));
    return JSON.parse(TemplateBody ?? "null");
  } catch {
    return undefined;
  }
};

/** Function code is named by its hash in the template, so an equal template is an equal deployment. */
const isSynthesised = (template: unknown, authority: string, out: string): boolean => {
  const file = join(out, `${stackName(authority)}.template.json`);
  return isDeepStrictEqual(template, JSON.parse(readFileSync(file, "utf8")));
};

/** Run where no cdk.json is, so that the CLI takes the assembly it is given and synthesises nothing itself. */
const cdk = (args: string[], { endpoint, folder }: Place, failure: string): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  const env = { ...awsEnvironment(endpoint), ...quiet };
  return runNode({ args: [CDK, ...args, "--no-notices"], env, failure, cwd: folder });
};

type Place = {
  endpoint: string;
  clients: Clients;
  /** Where assemblies are written. */
  folder: string;
};

const isBootstrapped = async (clients: Clients): Promise<boolean> =>
  clients.cloudformation.send(new GetTemplateCommand({ StackName: "CDKToolkit" })).then(
    () => true,
    () => false,
  );

/** CDK's own bucket and roles, once an emulator. */
export const bootstrap = async (place: Place): Promise<void> => {
  if (await isBootstrapped(place.clients)) return;
  const environment = `aws://${ACCOUNT}/${REGION}`;
  await cdk(["bootstrap", environment], place, "CDK could not prepare LocalStack.");
};

/** LocalStack reports such an update complete and leaves aliases and outputs behind, so it is not tried. */
const changedSince = (authority: string) =>
  new LabError(
    `${authority} has changed since it was deployed, and LocalStack can't update it in place: run npm run lab -- down, then up (what is in the lab is gone then).`,
  );

export type DeployOptions = Place & {
  /** Settles once CDK's bucket is there. */
  bootstrapped: Promise<void>;
  tell: Progress;
};

/** Puts the authority's stack in place as it is in the repository now; nothing is done where it is there already. */
export const deployAuthority = async (authority: string, options: DeployOptions): Promise<void> => {
  const { clients, bootstrapped, tell } = options;
  const out = join(options.folder, authority);
  await synthesise(authority, out);
  await bootstrapped;
  const before = await deployedTemplate(clients, authority);
  if (isSynthesised(before, authority, out)) return tell(`${authority} is deployed already.`);
  if (before !== undefined) throw changedSince(authority);
  tell(`Deploying ${authority}…`);
  await cdk(
    ["deploy", "--app", out, "--method", "direct", "--require-approval", "never", "--asset-parallelism"],
    options,
    `The stack of ${authority} could not be deployed.`,
  );
};
