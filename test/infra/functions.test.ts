import { describe, expect, it } from "vitest";
import { usualLimits as file } from "../../functions/reading/document-reader/read-apart.ts";
import { usualLimits as reading } from "../../functions/reading/reading-worker.ts";
import { access } from "../../infra/access.ts";
import { deadlineKeepers, functionCatalogue, functionNames } from "../../infra/functions.ts";
import { longestAuthority, physicalName } from "../../infra/names.ts";
import { properties, resources, template } from "./template.ts";

const byName = new Map(properties("AWS::Lambda::Function").map((p) => [p.FunctionName, p]));

describe("every function", () => {
  it("is one of the catalogue, and nothing else runs: no custom resources", () => {
    expect([...byName.keys()].sort()).toEqual(
      functionNames.map((name) => physicalName("anyshire", name)).sort(),
    );
    expect(Object.keys(template.toJSON().Resources).filter((id) => id.startsWith("Custom"))).toEqual([]);
  });

  it.each(functionNames)("%s has its limits, Node 24 on arm64, and the whole environment", (name) => {
    const { timeoutSeconds, memoryMb } = functionCatalogue[name];
    const fn = byName.get(physicalName("anyshire", name));
    expect(fn).toMatchObject({
      Timeout: timeoutSeconds,
      MemorySize: memoryMb,
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      Handler: "index.handler",
    });
    const { Variables } = (fn?.Environment ?? {}) as { Variables?: Record<string, unknown> };
    expect(Object.keys(Variables ?? {}).sort()).toEqual([
      "ACCEPTS_LAB",
      "ATTACHMENT_READER_ARN",
      "AUTHORITY",
      "CONSOLE_SIGNING_KEY",
      "CONSOLE_URL",
      "DECIDE_QUARANTINE_ARN",
      "EPISODES_TABLE",
      "EVENTS_TABLE",
      "LEDGER_TABLE",
      "LOG_LEVEL",
      "MAIL_READER_ARN",
      "OUTBOX_TABLE",
      "POWERTOOLS_METRICS_NAMESPACE",
      "POWERTOOLS_SERVICE_NAME",
      "RAW_BUCKET",
      "RECORD_ACTION_ARN",
      "RETURNS_TABLE",
      "SESSIONS_TABLE",
      "SES_CONFIGURATION_SET",
      "SIGN_IN_CLIENT",
      "SIGN_IN_ISSUER",
      "STATE_MACHINE_ARN",
    ]);
  });

  it("may have a reserve of the account's concurrency if it keeps deadlines, and has none unless asked for", () => {
    const reserve = {
      "Fn::If": ["ReservesForDeadlines", { Ref: "DeadlineReserve" }, { Ref: "AWS::NoValue" }],
    };
    const reserved = [...byName].filter(([, p]) => "ReservedConcurrentExecutions" in p);
    expect(reserved.map(([, p]) => p.ReservedConcurrentExecutions)).toEqual(
      deadlineKeepers.map(() => reserve),
    );
    expect(reserved.map(([name]) => name).sort()).toEqual(
      deadlineKeepers.map((name) => physicalName("anyshire", name)),
    );
    expect(template.toJSON().Parameters.DeadlineReserve.Default).toBe(0);
  });

  // A browser waits half a minute at most, and somebody who gets no answer is told to try again.
  const patient = functionNames.filter((name) => name !== "serve-console");
  it.each(patient)("%s waits longer than whom it asks may take", (name) => {
    const { asks = [] } = access[name];
    const longest = Math.max(0, ...asks.map((other) => functionCatalogue[other].timeoutSeconds));
    expect(functionCatalogue[name].timeoutSeconds).toBeGreaterThan(longest);
  });

  it("keeps former versions, so that the alias can go back to one", () => {
    for (const [, { DeletionPolicy, UpdateReplacePolicy }] of resources("AWS::Lambda::Version"))
      expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(["RetainExceptOnCreate", "Retain"]);
  });

  it("reads even the largest mail, twice, with its files between, in less than it has", () => {
    const { timeoutSeconds } = functionCatalogue["ingest-compact"];
    const readMs = reading.baseMs + 40 * reading.perMegabyteMs;
    const files = functionCatalogue["read-attachment"].timeoutSeconds;
    expect(timeoutSeconds).toBeLessThanOrEqual(20);
    expect((2 * readMs) / 1000 + files).toBeLessThan(timeoutSeconds);
    expect((file.startMs + file.timeMs) / 1000).toBeLessThan(files);
  });

  it("has no longer name than Lambda takes, whatever the authority's", () => {
    const longest = "a".repeat(longestAuthority);
    for (const name of functionNames) expect(physicalName(longest, name).length).toBeLessThanOrEqual(64);
  });

  it("carries no address in its environment: recipients come from the profile and have no default", () => {
    expect(JSON.stringify([...byName.values()].map((p) => p.Environment))).not.toContain("@");
  });

  it("is called through an alias named live", () => {
    const aliases = properties("AWS::Lambda::Alias");
    expect(aliases).toHaveLength(functionNames.length);
    expect(new Set(aliases.map(({ Name }) => Name))).toEqual(new Set(["live"]));
  });

  it.each(resources("AWS::Logs::LogGroup"))("ends its logs: %s", (_id, { Properties }) => {
    expect(Properties.RetentionInDays).toBe(365);
    expect(Properties.KmsKeyId).toBeDefined();
  });

  it("writes to a log group of ours", () => {
    const groups = new Set(properties("AWS::Logs::LogGroup").map(({ LogGroupName }) => LogGroupName));
    for (const name of byName.keys()) expect(groups).toContain(`/aws/lambda/${String(name)}`);
  });
});
