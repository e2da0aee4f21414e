import { readFileSync, rmSync } from "node:fs";
import { get, type RequestOptions } from "node:https";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startHost, stopHost } from "../../localstack/host/host.ts";
import { certificateFile, projectRoot } from "../../localstack/host/paths.ts";
import { clientsFor } from "../../localstack/lab/stack/clients.ts";
import { createStack } from "../../localstack/lab/stack/create-stack.ts";

const [PORT, DOOR, UNUSED] = [4590, 4591, 4592];
const stateDir = join(projectRoot, ".lab/run/plugin-doors");
const endpoint = `http://127.0.0.1:${PORT}`;

beforeAll(async () => {
  await stopHost(stateDir);
  rmSync(stateDir, { recursive: true, force: true });
  await startHost({ port: PORT, stateDir, doors: [DOOR] });
});
afterAll(async () => {
  await stopHost(stateDir);
});

/** Over HTTPS, by a reader that trusts this host's certificate and no other. */
const status = (path: string, options: RequestOptions = {}): Promise<number | undefined> =>
  new Promise((done, fail) => {
    const ca = readFileSync(certificateFile(stateDir));
    get(`https://localhost:${DOOR}${path}`, { ca, ...options }, (answer) => {
      answer.resume();
      done(answer.statusCode);
    }).on("error", fail);
  });

const open = (body: object) => fetch(`${endpoint}/_doors`, { method: "POST", body: JSON.stringify(body) });

const api = {
  Resources: {
    Api: { Type: "AWS::ApiGateway::RestApi", Properties: { Name: "pages" } },
    Root: {
      Type: "AWS::ApiGateway::Method",
      Properties: {
        RestApiId: { Ref: "Api" },
        ResourceId: { "Fn::GetAtt": ["Api", "RootResourceId"] },
        HttpMethod: "GET",
        AuthorizationType: "NONE",
        Integration: {
          Type: "MOCK",
          RequestTemplates: { "application/json": '{"statusCode": 200}' },
          IntegrationResponses: [{ StatusCode: "200" }],
        },
        MethodResponses: [{ StatusCode: "200" }],
      },
    },
    Deployed: {
      Type: "AWS::ApiGateway::Deployment",
      DependsOn: "Root",
      Properties: { RestApiId: { Ref: "Api" }, StageName: "live" },
    },
  },
  Outputs: { Id: { Value: { Ref: "Api" } } },
};

describe("a door", () => {
  it("leads nowhere until it is opened, not even to LocalStack's own paths", async () => {
    expect([await status("/"), await status("/_clock"), await status("/_localstack/health")]).toEqual([
      404, 404, 404,
    ]);
  });

  it("leads to its API at the root, wherever a browser comes from", async () => {
    const clients = clientsFor(endpoint);
    await createStack(clients, { StackName: "Pages", TemplateBody: JSON.stringify(api) });
    const apis = await fetch(`${endpoint}/restapis`, {
      headers: {
        authorization: "AWS4-HMAC-SHA256 Credential=test/20261114/eu-west-2/apigateway/aws4_request",
      },
    });
    const { item } = (await apis.json()) as { item: { id: string }[] };
    expect((await open({ port: DOOR, api: item[0]?.id, stage: "live" })).status).toBe(200);
    expect(await status("/")).toBe(200);
    expect(await status("/", { headers: { origin: "https://elsewhere.example" } })).toBe(200);
    expect(await status("/", { headers: { referer: "https://login.example/" } })).toBe(200);
  });

  it("is opened only where one is", async () => {
    expect((await open({ port: UNUSED, api: "x", stage: "live" })).status).toBe(400);
    expect((await open({ port: PORT, api: "x", stage: "live" })).status).toBe(400);
    expect((await open({ port: "x" })).status).toBe(400);
  });

  it("leaves LocalStack's own port closed to pages from elsewhere", async () => {
    const foreign = await fetch(`${endpoint}/_clock`, { headers: { origin: "https://elsewhere.example" } });
    expect(foreign.status).toBe(403);
  });
});

describe("a deployment", () => {
  it("fails by what LocalStack does not know, instead of leaving it out", async () => {
    const unknown = {
      Resources: { Api: { Type: "AWS::ApiGatewayV2::Api", Properties: { Name: "x", ProtocolType: "HTTP" } } },
    };
    const asked = createStack(clientsFor(endpoint), {
      StackName: "Unknown",
      TemplateBody: JSON.stringify(unknown),
    });
    await expect(asked).rejects.toThrow(/could not be created/);
  });
});
