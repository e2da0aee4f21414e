import { describe, expect, it } from "vitest";
import { functionCatalogue } from "../../infra/functions.ts";
import { actionsOf, mentions, policyOf, properties, resources, template, theOne } from "./template.ts";

const bucket = theOne("AWS::S3::Bucket", "RawMailBucket");
const rule = "receipt-rule-set/safe-return:receipt-rule/anyshire";
const queue = (part: string) => theOne("AWS::SQS::Queue", part).Properties;

describe("the way in", () => {
  it("keeps raw mails private, encrypted, versioned and beyond the stack's end", () => {
    expect(bucket.Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(mentions(bucket.Properties.BucketEncryption, "aws:kms")).toBe(true);
    expect(bucket.Properties.VersioningConfiguration).toEqual({ Status: "Enabled" });
    expect(bucket.DeletionPolicy).toBe("RetainExceptOnCreate");
  });

  it("never deletes a raw mail by itself", () => {
    const { Rules } = bucket.Properties.LifecycleConfiguration as { Rules: Record<string, unknown>[] };
    const ends = Rules.filter((rule) => "ExpirationInDays" in rule);
    expect(ends.map(({ Prefix }) => Prefix)).toEqual(["shown/"]);
  });

  it("writes down who fetched which mail", () => {
    expect(mentions(bucket.Properties.LoggingConfiguration, "MailAccessLogs")).toBe(true);
  });

  it("locks mails as evidence where it is asked to", () => {
    const { Parameters, Conditions } = template.toJSON();
    expect(Parameters.LockEvidence.Default).toBe("no");
    expect(Conditions.LocksEvidence).toBeDefined();
    expect(bucket.Properties.ObjectLockConfiguration).toMatchObject({
      "Fn::If": ["LocksEvidence", { Rule: { DefaultRetention: { Mode: "GOVERNANCE" } } }, {}],
    });
  });

  it("takes raw mails over TLS only", () => {
    const denied = policyOf(theOne("AWS::S3::BucketPolicy", "RawMail")).filter((s) => mentions(s, "Deny"));
    expect(mentions(denied, "aws:SecureTransport")).toBe(true);
  });

  it.each([
    ["the bucket", "AWS::S3::BucketPolicy", "RawMail", "s3:PutObject"],
    ["the topic", "AWS::SNS::TopicPolicy", "InboundMailReceipts", "sns:Publish"],
  ])("opens %s to SES under this authority's receipt rule only", (_what, type, part, action) => {
    const [statement, ...others] = policyOf(theOne(type, part)).filter((s) =>
      mentions(s, "ses.amazonaws.com"),
    );
    expect(others).toEqual([]);
    expect(statement && actionsOf(statement)).toEqual([action]);
    expect(mentions(statement?.Condition, rule)).toBe(true);
  });

  it("lets SES use the key under this authority's receipt rule only", () => {
    const policies = properties("AWS::KMS::Key").map((p) => p.KeyPolicy as { Statement: object[] });
    const forSes = policies.flatMap((p) => p.Statement).filter((s) => mentions(s, "ses.amazonaws.com"));
    expect(forSes).toHaveLength(1);
    expect(mentions(forSes, rule)).toBe(true);
  });

  it("hears of a mail from SES's topic, with its verdicts", () => {
    expect(properties("AWS::SNS::Subscription")).toHaveLength(1);
    expect(properties("AWS::SNS::Subscription")[0]).not.toHaveProperty("RawMessageDelivery");
  });

  it("notes every mail that S3 takes under raw/, on a way that has no part of SES's", () => {
    expect(bucket.Properties.NotificationConfiguration).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
    const { EventPattern, State, Targets } = theOne("AWS::Events::Rule", "NoteArrival").Properties;
    expect(State).toBe("ENABLED");
    expect(EventPattern).toEqual({
      source: ["aws.s3"],
      "detail-type": ["Object Created"],
      detail: { bucket: { name: [{ Ref: "RawMailBucket" }] }, object: { key: [{ prefix: "raw/" }] } },
    });
    expect(mentions(Targets, "FunctionsNoteArrivalLive")).toBe(true);
    const allowed = properties("AWS::Lambda::Permission").filter((p) =>
      mentions(p.FunctionName, "NoteArrivalLive"),
    );
    expect(allowed.map(({ Principal }) => Principal)).toEqual(["events.amazonaws.com"]);
  });

  it("tries a mail five times, then keeps it for fourteen days where a person is told", () => {
    expect(queue("IngestQueue").RedrivePolicy).toMatchObject({ maxReceiveCount: 5 });
    expect(queue("IngestDeadLetters").MessageRetentionPeriod).toBe(14 * 24 * 3600);
  });

  it("hides a mail from other readers for six times as long as its reader may take", () => {
    const wanted = 6 * functionCatalogue["ingest-compact"].timeoutSeconds;
    expect(queue("IngestQueue").VisibilityTimeout).toBeGreaterThanOrEqual(wanted);
  });

  it.each(resources("AWS::SQS::Queue"))("encrypts %s with our key", (_id, { Properties }) => {
    expect(mentions(Properties.KmsMasterKeyId, "Key")).toBe(true);
  });

  it("reads one mail at a time through the alias and reports each failure by itself", () => {
    const [mapping] = properties("AWS::Lambda::EventSourceMapping");
    expect(mapping).toMatchObject({
      BatchSize: 1,
      ScalingConfig: { MaximumConcurrency: 5 },
      FunctionResponseTypes: ["ReportBatchItemFailures"],
    });
    expect(mentions(mapping?.FunctionName, "IngestCompactLive")).toBe(true);
  });
});
