import { describe, expect, it } from "vitest";
import { type Access, access } from "../../infra/access.ts";
import { functionNames, pascal } from "../../infra/functions.ts";
import { actionsOf, mentions, resources, roleStatements, statementsFor, theOne } from "./template.ts";

/** AWS offers no narrower resource for these. */
const unavoidable = new Set([
  // Said in `grant-access.ts`: the token says whose task it is.
  "states:SendTaskSuccess",
  "logs:CreateLogDelivery",
  "logs:DeleteLogDelivery",
  "logs:DescribeLogGroups",
  "logs:DescribeResourcePolicies",
  "logs:GetLogDelivery",
  "logs:ListLogDeliveries",
  "logs:PutResourcePolicy",
  "logs:UpdateLogDelivery",
  "xray:GetSamplingRules",
  "xray:GetSamplingTargets",
  "xray:PutTelemetryRecords",
  "xray:PutTraceSegments",
]);

describe("access", () => {
  it("names its resources, but for the state machine's log delivery and traces, and whose task is answered", () => {
    const anywhere = roleStatements().filter(([, { Resource }]) => [Resource].flat().includes("*"));
    expect(anywhere.flatMap(([, s]) => actionsOf(s)).filter((action) => !unavoidable.has(action))).toEqual(
      [],
    );
    const ours = anywhere.filter(([id]) => !id.startsWith("Workflow"));
    expect(new Set(ours.flatMap(([, s]) => actionsOf(s)))).toEqual(new Set(["states:SendTaskSuccess"]));
  });

  it("names its actions: nobody may do everything with a service", () => {
    const wide = roleStatements().flatMap(([, s]) => actionsOf(s).filter((a) => a.endsWith(":*")));
    expect(wide).toEqual([]);
  });

  it.each(functionNames)("%s sends mail only from the authority's address, if at all", (name) => {
    const sending = statementsFor(pascal(name)).filter((s) => mentions(s.Action, "ses:"));
    expect(sending).toHaveLength(access[name].mail ? 1 : 0);
    for (const statement of sending) {
      expect(actionsOf(statement)).toEqual(["ses:SendRawEmail"]);
      expect(mentions(statement.Resource, "identity/anyshire.example")).toBe(true);
      expect(statement.Condition).toEqual({
        StringEquals: { "ses:FromAddress": "safe-return@anyshire.example" },
      });
    }
  });

  it.each(functionNames)("%s reads raw mails only where it must, and never changes one", (name) => {
    const onBucket = statementsFor(pascal(name)).filter((s) => mentions(s.Action, "s3:"));
    const onRaw = onBucket.filter((s) => !mentions(s.Resource, "shown/") && !mentions(s.Resource, "sheet/"));
    const wanted = { read: ["s3:GetObject"], list: ["s3:ListBucket"], none: [] }[access[name].raw ?? "none"];
    expect(onRaw.flatMap(actionsOf)).toEqual(wanted);
    const writes = onBucket.filter((s) => actionsOf(s).includes("s3:PutObject"));
    expect(writes.every(({ Resource }) => !mentions(Resource, "raw/"))).toBe(true);
  });

  it("lets only those fetch raw mails that read them or open their attachments", () => {
    const readers = functionNames.filter((name) => access[name].raw === "read");
    expect(readers).toEqual(["ingest-compact", "read-attachment"]);
  });

  it("lets the watch over the forces read the ledger's index of their mails, and nothing else of it", () => {
    const onLedger = statementsFor("WatchForces").filter((s) => mentions(s.Resource, "LedgerTable"));
    expect(onLedger.map(({ Action }) => Action)).toEqual(["dynamodb:Query"]);
    expect(mentions(onLedger, "/index/ByForce") && !mentions(onLedger, "ByDue")).toBe(true);
  });

  it("lets whoever takes a report off its episode read and write one mail's account, and list none", () => {
    const onLedger = statementsFor("RecordAction").filter((s) => mentions(s.Resource, "LedgerTable"));
    expect(onLedger.flatMap(actionsOf)).toEqual(["dynamodb:GetItem", "dynamodb:PutItem"]);
    expect(mentions(onLedger, "/index/")).toBe(false);
  });

  it.each(functionNames)("%s asks or tells the functions it must, and calls nobody else", (name) => {
    const calls = statementsFor(pascal(name)).filter((s) => mentions(s.Action, "lambda:"));
    const { asks = [], tells = [] } = access[name];
    const called = [...asks, ...tells];
    expect(calls.flatMap(actionsOf)).toEqual(called.length > 0 ? ["lambda:InvokeFunction"] : []);
    const others = functionNames.filter((other) =>
      mentions(calls, `function:safe-return-anyshire-${other}:live`),
    );
    expect(others.toSorted()).toEqual(called.toSorted());
  });

  it("lets those ask that read mails or decide about them, and none in a circle", () => {
    const asking = functionNames.flatMap((name) => (access[name].asks ?? []).map((other) => [name, other]));
    expect(asking).toEqual([
      ["ingest-compact", "read-attachment"],
      ["decide-quarantine", "ingest-compact"],
      ["serve-console", "ingest-compact"],
      ["serve-console", "record-action"],
    ]);
    const told = functionNames.flatMap((name) => (access[name].tells ?? []).map((other) => [name, other]));
    expect(told).toEqual([["serve-console", "decide-quarantine"]]);
  });

  it("lets nobody else call a function but the workflow", () => {
    const callers = roleStatements().filter(([, s]) => actionsOf(s).includes("lambda:InvokeFunction"));
    const [ours, others] = [
      callers.filter(([id]) => id.startsWith("Functions")),
      callers.filter(([id]) => !id.startsWith("Functions")),
    ];
    expect(ours).toHaveLength(functionNames.filter((name) => access[name].asks ?? access[name].tells).length);
    expect(others.every(([id]) => id.startsWith("Workflow"))).toBe(true);
  });

  it("gives what opens strangers' files nothing but the mails they came in", () => {
    const own = statementsFor("ReadAttachment").flatMap(actionsOf);
    expect(own.filter((action) => !/^(?:logs|kms):/.test(action))).toEqual(["s3:GetObject"]);
  });

  it("gives what a browser reaches the record to read, the sessions to write, its signature, and nothing else", () => {
    const own = statementsFor("ServeConsole").filter((s) => !actionsOf(s).some((a) => a.startsWith("logs:")));
    const on = (part: string) => own.filter((s) => mentions(s.Resource, part)).flatMap(actionsOf);
    expect(on("EpisodesTable").sort()).toEqual([
      "dynamodb:BatchGetItem",
      "dynamodb:GetItem",
      "dynamodb:Query",
    ]);
    expect(on("EventsTable").sort()).toEqual(["dynamodb:GetItem", "dynamodb:Query"]);
    expect(on("LedgerTable").sort()).toEqual(["dynamodb:GetItem", "dynamodb:Query"]);
    expect(on("SessionsTable").sort()).toEqual([
      "dynamodb:DeleteItem",
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:Query",
    ]);
    expect(on("EventsTable").sort()).toEqual(["dynamodb:GetItem", "dynamodb:Query"]);
    expect(on("SigningKey")).toEqual(["kms:Sign"]);
    expect(on("function:")).toEqual(["lambda:InvokeFunction"]);
    const others = own.filter(
      (s) =>
        !/EpisodesTable|EventsTable|LedgerTable|SessionsTable|SigningKey|:function:/.test(
          JSON.stringify(s.Resource),
        ),
    );
    expect(others.flatMap(actionsOf).filter((action) => !action.startsWith("kms:"))).toEqual([]);
  });

  it("lets whoever decides about a mail leave an answer beside the sessions, and open no session", () => {
    const onSessions = statementsFor("DecideQuarantine").filter((s) => mentions(s.Resource, "SessionsTable"));
    expect(onSessions.map(({ Action, Condition }) => ({ Action, Condition }))).toEqual([
      {
        Action: "dynamodb:PutItem",
        Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["answer#*"] } },
      },
    ]);
  });

  it.each(functionNames)(
    "%s uses the key through a service only, and only for what it may touch there",
    (name) => {
      const uses = statementsFor(pascal(name)).filter(
        (s) => mentions(s.Action, "kms:") && !mentions(s.Action, "kms:Sign"),
      );
      const { raw, shown, sheet, receives } = access[name] as Access;
      const services = uses.map((s) => JSON.stringify(s.Condition?.StringEquals?.["kms:ViaService"]));
      expect(services.every((service) => /"(dynamodb|s3|sqs)\./.test(service))).toBe(true);
      expect(services.some((s) => s.includes("s3."))).toBe(raw === "read" || Boolean(shown ?? sheet));
      expect(services.some((s) => s.includes("sqs."))).toBe(receives === true);
      const bare = uses.filter((s) => !mentions(s.Condition, "kms:EncryptionContext:"));
      expect(bare.flatMap(actionsOf).every((action) => action === "kms:DescribeKey")).toBe(true);
    },
  );

  it("lets the services take on its roles for this account only", () => {
    // API Gateway's role for logs is the account's, and made by CDK.
    const roles = resources("AWS::IAM::Role").filter(([id]) => !id.startsWith("ConsoleApiCloudWatch"));
    for (const [, { Properties }] of roles) {
      const trust = Properties.AssumeRolePolicyDocument;
      expect(mentions(trust, '"aws:SourceAccount"') || mentions(trust, '"aws:MultiFactorAuthPresent"')).toBe(
        true,
      );
    }
  });

  it("lets people who operate redrive, look and roll back, and change nothing recorded", () => {
    const actions = roleStatements()
      .filter(([id]) => id.startsWith("Operator"))
      .flatMap(([, s]) => actionsOf(s));
    expect(actions).toEqual(expect.arrayContaining(["sqs:StartMessageMoveTask", "lambda:UpdateAlias"]));
    expect(actions.filter((a) => /^(dynamodb|iam|ses):|Put|Delete|Stop/.test(a))).toEqual([]);
  });

  it("lets no other authority's topics and alarms use the key, however their names begin", () => {
    const document = theOne("AWS::KMS::Key", "Key961").Properties.KeyPolicy;
    for (const pattern of ["SafeReturn-anyshire-InboundMail*", "alarm:SafeReturn-anyshire-Bell*"])
      expect(mentions(document, pattern)).toBe(true);
    expect(mentions(document, "SafeReturn-*")).toBe(false);
  });

  it("lets nobody else sign in the console's name", () => {
    const signing = roleStatements().filter(([, s]) => actionsOf(s).includes("kms:Sign"));
    expect(signing.map(([id]) => id.startsWith("FunctionsServeConsole"))).toEqual([true]);
  });

  it("lets only those start or wake an episode that carry out the outbox", () => {
    const callers = functionNames.filter((n) =>
      statementsFor(pascal(n)).some((s) => mentions(s.Action, "states:")),
    );
    expect(callers).toEqual(functionNames.filter((name) => access[name].workflow));
  });
});
