import {
  DescribeTableCommand,
  type DynamoDBClient,
  RestoreTableToPointInTimeCommand,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";

const WITHIN_S = 12 * 3_600;

/** A copy of a table as it stood at a second, under the same key, and protected as the template protects its own. */
export const restoreTable = async (
  client: DynamoDBClient,
  name: string,
  as: string,
  at: number,
): Promise<string> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
  const KMSMasterKeyId = Table?.SSEDescription?.KMSMasterKeyArn;
  await client.send(
    new RestoreTableToPointInTimeCommand({
      SourceTableName: name,
      TargetTableName: as,
      RestoreDateTime: new Date(at),
      ...(KMSMasterKeyId === undefined
        ? {}
        : { SSESpecificationOverride: { Enabled: true, SSEType: "KMS", KMSMasterKeyId } }),
    }),
  );
  const polite = { minDelay: 2, maxDelay: 30, maxWaitTime: WITHIN_S };
  await waitUntilTableExists({ client, ...polite }, { TableName: as });
  await client.send(
    new UpdateContinuousBackupsCommand({
      TableName: as,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    }),
  );
  await client.send(new UpdateTableCommand({ TableName: as, DeletionProtectionEnabled: true }));
  const restored = await client.send(new DescribeTableCommand({ TableName: as }));
  return restored.Table?.TableArn ?? "";
};
