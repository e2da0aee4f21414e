import type { ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  DeleteStackCommand,
  DescribeStacksCommand,
  waitUntilStackDeleteComplete,
} from "@aws-sdk/client-cloudformation";
import { ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stackName } from "../../infra/names.ts";
import { openLab } from "../../localstack/lab/api.ts";
import { createStack } from "../../localstack/lab/stack/create-stack.ts";
import { type Synthesised, synthesise } from "../../localstack/lab/stack/deploy.ts";
import { publishAssets } from "../../localstack/lab/stack/publish-assets.ts";
import { ASSET_BUCKET, prepareForCdk } from "../../localstack/lab/stack/toolkit.ts";
import { settings, startMinistack, stopMinistack } from "./support/ministack.ts";
import { until } from "./support/until.ts";

const authority = "rutland";
const StackName = stackName(authority);

type Resource = { Type: string; DependsOn?: string[]; Properties?: Record<string, unknown> };

/** The same stack, and last of all a filter of a log that is not there. */
const broken = ({ out, template, ...rest }: Synthesised): Synthesised => {
  const said = JSON.parse(template) as { Resources: Record<string, Resource> };
  const DependsOn = Object.entries(said.Resources)
    .filter(([, { Type }]) => /DynamoDB::GlobalTable|DynamoDB::Table|S3::Bucket$|KMS::Key$/.test(Type))
    .map(([id]) => id);
  said.Resources.Impossible = {
    Type: "AWS::Logs::MetricFilter",
    DependsOn,
    Properties: {
      LogGroupName: "/safe-return/nowhere",
      FilterPattern: "",
      MetricTransformations: [{ MetricName: "Nothing", MetricNamespace: "SafeReturn", MetricValue: "1" }],
    },
  };
  return { ...rest, out, template: JSON.stringify(said) };
};

describe("a first deploy that fails", () => {
  const lab = openLab(settings);
  const { cloudformation, dynamo } = lab.clients;
  let host: ChildProcess;
  let whole: Synthesised;

  const deploy = async ({ out, template }: Synthesised): Promise<void> => {
    // What is published is what lies in the folder.
    writeFileSync(join(out, `${StackName}.template.json`), template);
    const key = await publishAssets(lab.clients, StackName, out);
    await createStack(lab.clients, {
      StackName,
      TemplateURL: `${settings.endpoint}/${ASSET_BUCKET}/${key}`,
      Parameters: [{ ParameterKey: "AcceptsLab", ParameterValue: "yes" }],
    });
  };
  const status = async () =>
    (await cloudformation.send(new DescribeStacksCommand({ StackName }))).Stacks?.[0]?.StackStatus;
  const remove = async (): Promise<void> => {
    await cloudformation.send(new DeleteStackCommand({ StackName }));
    const often = { minDelay: 1, maxDelay: 1, maxWaitTime: 120 };
    await waitUntilStackDeleteComplete({ client: cloudformation, ...often }, { StackName });
  };
  const tables = async (): Promise<readonly string[]> =>
    ((await dynamo.send(new ListTablesCommand())).TableNames ?? []).filter((name) =>
      name.includes(authority),
    );

  beforeAll(async () => {
    host = await startMinistack();
    whole = await synthesise(authority, join(settings.stateDir, "cdk"));
    await prepareForCdk(lab.clients);
  });

  afterAll(() => stopMinistack(host));

  it("is rolled back and leaves no table behind", async () => {
    await expect(deploy(broken(whole))).rejects.toThrow("could not be created");
    await until("The end of the rollback", async () =>
      (await status()) === "ROLLBACK_COMPLETE" ? true : undefined,
    );
    expect(await tables()).toEqual([]);
  });

  it("blocks no later one", async () => {
    await remove();
    await deploy(whole);
    expect(await status()).toBe("CREATE_COMPLETE");
    expect(await tables()).not.toEqual([]);
  });

  it("and a stack that is deleted keeps its data, beside which another can be made", async () => {
    const before = await tables();
    await remove();
    expect((await tables()).toSorted()).toEqual(before.toSorted());
    await deploy(whole);
    expect(await status()).toBe("CREATE_COMPLETE");
    // Its names are made of the stack's here and by chance in an account, where the second has tables of its own.
    expect(await tables()).toEqual(expect.arrayContaining([...before]));
  });
});
