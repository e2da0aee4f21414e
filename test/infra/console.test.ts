import { describe, expect, it } from "vitest";
import { mentions, properties, resources, template, theOne } from "./template.ts";

const api = theOne("AWS::ApiGateway::RestApi", "ConsoleApi");
const stage = theOne("AWS::ApiGateway::Stage", "Console").Properties;

describe("the console's door", () => {
  it("hands every path and method whole to the alias live, and to nothing else", () => {
    const methods = properties("AWS::ApiGateway::Method");
    expect(methods.map(({ HttpMethod }) => HttpMethod)).toEqual(["ANY", "ANY"]);
    expect(properties("AWS::ApiGateway::Resource").map(({ PathPart }) => PathPart)).toEqual(["{proxy+}"]);
    for (const { Integration } of methods) {
      expect(Integration).toMatchObject({ Type: "AWS_PROXY" });
      expect(mentions(Integration, "FunctionsServeConsoleLive")).toBe(true);
    }
  });

  it("lets API Gateway call that alias, for this console only", () => {
    const callers = properties("AWS::Lambda::Permission").filter(
      (p) => p.Principal === "apigateway.amazonaws.com",
    );
    expect(callers).toHaveLength(2);
    for (const { FunctionName, SourceArn } of callers) {
      expect(mentions(FunctionName, "FunctionsServeConsoleLive")).toBe(true);
      expect(mentions(SourceArn, "ConsoleApi")).toBe(true);
    }
  });

  it("is regional, and opened from the council's ranges only", () => {
    expect(api.Properties.EndpointConfiguration).toEqual({ Types: ["REGIONAL"] });
    expect(api.Properties.Policy).toMatchObject({
      Statement: [
        {
          Effect: "Allow",
          Action: "execute-api:Invoke",
          Condition: { IpAddress: { "aws:SourceIp": { Ref: "ConsoleRanges" } } },
        },
      ],
    });
  });

  it("lets no one browser keep the others out", () => {
    expect(stage.MethodSettings).toMatchObject([{ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 }]);
  });

  it("notes what was asked for without an address, a path or a browser, in a log of ours", () => {
    const { Format, DestinationArn } = stage.AccessLogSetting as Record<string, unknown>;
    const noted = JSON.stringify(Format).match(/\$context\.[\w.]+/g) ?? [];
    expect(noted.sort()).toEqual([
      "$context.error.responseType",
      "$context.httpMethod",
      "$context.integrationLatency",
      "$context.requestId",
      "$context.requestTime",
      "$context.resourcePath",
      "$context.responseLatency",
      "$context.status",
    ]);
    expect(mentions(DestinationArn, "ConsoleAccessLog")).toBe(true);
  });

  it("has a domain of its own once there is a certificate, and then no other address", () => {
    for (const type of ["AWS::ApiGateway::DomainName", "AWS::ApiGateway::BasePathMapping"])
      expect(resources(type).map(([, r]) => (r as { Condition?: string }).Condition)).toEqual([
        "HasConsoleCertificate",
      ]);
    expect(api.Properties.DisableExecuteApiEndpoint).toEqual({
      "Fn::If": ["HasConsoleCertificate", true, false],
    });
  });

  it("stands behind the council's firewall where it has one", () => {
    const [[, association] = []] = resources("AWS::WAFv2::WebACLAssociation");
    expect((association as { Condition?: string } | undefined)?.Condition).toBe("HasConsoleWebAcl");
  });

  it.each([
    ["ConsoleUrl", "https://safe-return.anyshire.example"],
    ["SignInIssuer", "https://login.anyshire.example"],
    ["SignInClient", "safe-return-anyshire"],
    ["ConsoleRanges", "0.0.0.0/0,::/0"],
    ["ConsoleCertificateArn", ""],
    ["ConsoleWebAclArn", ""],
    ["AcceptsLab", "no"],
  ])("takes %s as a parameter", (name, preset) => {
    expect(template.toJSON().Parameters[name].Default).toBe(preset);
  });

  it("tells every function, and so every mail, where it lies", () => {
    const functions = properties("AWS::Lambda::Function");
    const urls = functions.map(({ Environment }) => (Environment as { Variables: object }).Variables);
    expect(urls.every((variables) => mentions(variables, '"CONSOLE_URL":{"Ref":"ConsoleUrl"}'))).toBe(true);
  });

  it("signs with a key that only KMS has", () => {
    const { Properties, DeletionPolicy } = theOne("AWS::KMS::Key", "SigningKey");
    expect(Properties).toMatchObject({ KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" });
    expect(DeletionPolicy).toBe("RetainExceptOnCreate");
  });
});
