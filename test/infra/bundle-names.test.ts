import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { bundle } from "../../infra/bundle/build.ts";

const folder = mkdtempSync(join(tmpdir(), "names-"));

/** A module of ours, bundled and loaded as Lambda would. */
const loaded = async (name: string, source: string): Promise<Record<string, unknown>> => {
  writeFileSync(join(folder, `${name}.mjs`), source);
  const { outputFiles } = await bundle(join(folder, "out"), { [name]: join(folder, `${name}.mjs`) }, {});
  const bundled = join(folder, `${name}-bundled.mjs`);
  writeFileSync(bundled, outputFiles[0]?.contents ?? "");
  return import(pathToFileURL(bundled).href);
};

describe("the banner of a bundle", () => {
  it("leaves every name to the bundled files, be it one letter or require itself", async () => {
    const { sum } = await loaded("names", "const r = 1, require = 2;\nexport const sum = r + require;");
    expect(sum).toBe(3);
  });

  it("lets CommonJS ask for Node's own modules", async () => {
    writeFileSync(join(folder, "old.cjs"), 'exports.sep = require("node:path").sep;');
    const { sep } = await loaded("asks", 'import old from "./old.cjs";\nexport const sep = old.sep;');
    expect(sep).toBe("/");
  });
});

describe("the SDK in a bundle", () => {
  it("names an error that the bundle has no class for as the service did", async () => {
    const sdk = join(process.cwd(), "node_modules/@aws-sdk/client-lambda/dist-es/index.js");
    const { ask } = await loaded(
      "errors",
      `import { InvokeCommand, LambdaClient } from ${JSON.stringify(sdk)};
      const requestHandler = { handle: async () => ({ response: { statusCode: 404, headers: { "x-amzn-errortype": "ResourceNotFoundException" }, body: undefined } }) };
      const credentials = { accessKeyId: "test", secretAccessKey: "test" };
      const client = new LambdaClient({ region: "eu-west-2", credentials, requestHandler, maxAttempts: 1 });
      export const ask = () => client.send(new InvokeCommand({ FunctionName: "none" })).catch(({ name }) => name);`,
    );
    expect(await (ask as () => Promise<string>)()).toBe("ResourceNotFoundException");
  });

  it.each(["ConditionalCheckFailedException", "TransactionCanceledException"])(
    "keeps the class of %s, which the adapters ask for",
    async (name) => {
      const sdk = join(process.cwd(), "node_modules/@aws-sdk/client-dynamodb/dist-es/index.js");
      const { ask } = await loaded(
        name,
        `import { DeleteItemCommand, DynamoDBClient, ${name} } from ${JSON.stringify(sdk)};
        const body = new TextEncoder().encode(JSON.stringify({ __type: "com.amazonaws.dynamodb.v20120810#${name}", message: "x", CancellationReasons: [{ Code: "None" }] }));
        const requestHandler = { handle: async () => ({ response: { statusCode: 400, headers: {}, body } }) };
        const credentials = { accessKeyId: "test", secretAccessKey: "test" };
        const client = new DynamoDBClient({ region: "eu-west-2", credentials, requestHandler, maxAttempts: 1, streamCollector: async (all) => all });
        const command = new DeleteItemCommand({ TableName: "t", Key: { pk: { S: "x" } } });
        export const ask = () => client.send(command).catch((error) => error instanceof ${name});`,
      );
      expect(await (ask as () => Promise<boolean>)()).toBe(true);
    },
  );
});
