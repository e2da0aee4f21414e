import { afterAll, beforeAll } from "vitest";
import { type LocalDynamo, localDynamo } from "../../dynamodb/local.ts";
import { makeTables, names } from "../../dynamodb/tables.ts";

/** DynamoDB with the tables of a stack, for one test file. */
export const realTables = () => {
  let local: LocalDynamo | undefined;
  beforeAll(async () => {
    local = await localDynamo();
    await makeTables(local.client);
  });
  afterAll(() => local?.stop());
  return {
    names,
    get client() {
      if (!local) throw new Error("DynamoDB Local is not up");
      return local.client;
    },
  };
};
