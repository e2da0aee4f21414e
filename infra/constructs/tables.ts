import {
  AttributeType,
  BillingMode,
  ProjectionType,
  Table,
  TableEncryption,
  type TableProps,
} from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { RemovalPolicy } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { accept } from "./accept.ts";
import { pinLogicalId } from "./pin-logical-id.ts";

const text = (name: string) => ({ name, type: AttributeType.STRING });

type Keys = Pick<TableProps, "partitionKey" | "sortKey" | "timeToLiveAttribute">;

/** The record. Kept whatever happens to the stack, and recoverable to any second of the last 35 days. */
export class Tables extends Construct {
  readonly ledger: Table;
  readonly events: Table;
  readonly episodes: Table;
  readonly outbox: Table;
  /** Facts of each episode under the London month of its return, and the reports that were sent. */
  readonly returns: Table;
  /** Not of the record: who is signed in to the console, and what they typed and have not sent. */
  readonly sessions: Table;

  constructor(scope: Construct, id: string, encryptionKey: IKey) {
    super(scope, id);
    const add = (name: string, keys: Keys) => this.table(name, keys, encryptionKey);
    this.ledger = add("Ledger", { partitionKey: text("mailId") });
    this.events = add("Events", {
      partitionKey: text("episodeId"),
      sortKey: { name: "seq", type: AttributeType.NUMBER },
    });
    this.episodes = add("Episodes", { partitionKey: text("pk") });
    this.outbox = add("Outbox", { partitionKey: text("id") });
    this.returns = add("Returns", { partitionKey: text("part"), sortKey: text("id") });
    this.sessions = add("Sessions", { partitionKey: text("pk"), timeToLiveAttribute: "expires" });
    this.sessions.addGlobalSecondaryIndex({
      indexName: "BySubject",
      partitionKey: text("subject"),
      projectionType: ProjectionType.KEYS_ONLY,
    });
    for (const table of [this.ledger, this.episodes]) this.indexByDue(table);
    this.ledger.addGlobalSecondaryIndex({
      indexName: "ByForce",
      partitionKey: text("force"),
      sortKey: text("receivedAt"),
      projectionType: ProjectionType.ALL,
    });
  }

  private table(name: string, keys: Keys, encryptionKey: IKey): Table {
    const table = new Table(this, name, {
      ...keys,
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    accept(
      table,
      "Restorable to any second of 35 days; the copy in another region is the runbook's, and the authority's to decide",
      "NIST.800.53.R5-DynamoDBInBackupPlan",
    );
    // A new logical id would mean a new, empty table.
    return pinLogicalId(table, `${name}Table`);
  }

  /** Only rows that carry `open` are in it: what still waits for somebody, soonest first. */
  private indexByDue(table: Table) {
    table.addGlobalSecondaryIndex({
      indexName: "ByDue",
      partitionKey: text("open"),
      sortKey: text("dueAt"),
      projectionType: ProjectionType.ALL,
    });
  }
}
