import type { IKey } from "aws-cdk-lib/aws-kms";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { RemovalPolicy } from "aws-cdk-lib/core";
import type { Construct } from "constructs";

/**
 * Logs carry ids, decisions and timings, and are kept for a year. Removed with the stack: their names are fixed,
 * so a log group left behind by a failed first deployment would block the next one. The record is in the tables.
 */
export class EncryptedLogGroup extends LogGroup {
  constructor(scope: Construct, id: string, logGroupName: string, encryptionKey: IKey) {
    super(scope, id, {
      logGroupName,
      encryptionKey,
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}
