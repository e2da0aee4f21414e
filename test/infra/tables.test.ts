import { describe, expect, it } from "vitest";
import { actionsOf, mentions, resources, roleStatements, theOne } from "./template.ts";

describe("the tables", () => {
  const tables = resources("AWS::DynamoDB::Table");

  it("are the ledger, the events, the episodes, the outbox, the returns and who is signed in", () => {
    expect(tables.map(([id]) => id).sort()).toEqual([
      "EpisodesTable",
      "EventsTable",
      "LedgerTable",
      "OutboxTable",
      "ReturnsTable",
      "SessionsTable",
    ]);
  });

  it.each(tables)("%s outlives its stack and a slip of the hand", (_id, table) => {
    expect(table.DeletionPolicy).toBe("RetainExceptOnCreate");
    expect(table.UpdateReplacePolicy).toBe("Retain");
    expect(table.Properties.DeletionProtectionEnabled).toBe(true);
  });

  it.each(tables)("%s can be put back to any second and is encrypted with our key", (_id, { Properties }) => {
    expect(Properties.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true });
    expect(Properties.SSESpecification).toMatchObject({ SSEEnabled: true, SSEType: "KMS" });
    expect(Properties.BillingMode).toBe("PAY_PER_REQUEST");
  });

  it.each([
    ["LedgerTable", "ByDue", "what is open by when it is due", ["open", "dueAt"]],
    ["LedgerTable", "ByForce", "a force's mails by when they came", ["force", "receivedAt"]],
    ["EpisodesTable", "ByDue", "what is open by when it is due", ["open", "dueAt"]],
  ])("%s has the index %s: %s", (id, IndexName, _what, [hash, range]) => {
    expect(theOne("AWS::DynamoDB::Table", id).Properties.GlobalSecondaryIndexes).toContainEqual({
      IndexName,
      KeySchema: [
        { AttributeName: hash, KeyType: "HASH" },
        { AttributeName: range, KeyType: "RANGE" },
      ],
      Projection: { ProjectionType: "ALL" },
    });
  });

  it("numbers the events of an episode", () => {
    expect(theOne("AWS::DynamoDB::Table", "EventsTable").Properties.KeySchema).toEqual([
      { AttributeName: "episodeId", KeyType: "HASH" },
      { AttributeName: "seq", KeyType: "RANGE" },
    ]);
  });

  it("lets nobody change or delete an event", () => {
    const onEvents = roleStatements().filter(([, { Resource }]) => mentions(Resource, "EventsTable"));
    const actions = new Set(onEvents.flatMap(([, statement]) => actionsOf(statement)));
    expect([...actions].sort()).toEqual(["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"]);
  });

  it("encrypts all of it with one key that turns every year", () => {
    const keys = resources("AWS::KMS::Key").filter(([, { Properties }]) => Properties.KeyUsage === undefined);
    expect(keys.map(([, { Properties }]) => Properties.EnableKeyRotation)).toEqual([true]);
    expect(keys.map(([, { DeletionPolicy }]) => DeletionPolicy)).toEqual(["RetainExceptOnCreate"]);
  });

  it("lets DynamoDB remove sessions that ended, and finds all of one person's", () => {
    const { Properties } = theOne("AWS::DynamoDB::Table", "SessionsTable");
    expect(Properties.TimeToLiveSpecification).toEqual({ AttributeName: "expires", Enabled: true });
    expect(Properties.GlobalSecondaryIndexes).toMatchObject([
      { IndexName: "BySubject", Projection: { ProjectionType: "KEYS_ONLY" } },
    ]);
  });
});
