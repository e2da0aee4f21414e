import { type AttributeValue, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { decisionAnswers } from "../../../functions/adapters/dynamo/decision-answers.ts";
import { tellFunction } from "../../../functions/adapters/tell-function.ts";
import { aLambda } from "../../fakes/lambda.ts";
import { aDynamo } from "./dynamo.ts";

type Row = Record<string, AttributeValue>;
const NOW = Date.parse("2026-11-30T08:00:00Z");
const DAY = 24 * 3_600_000;

const aStore = () => {
  const { client, mock } = aDynamo();
  const rows = new Map<string, Row>();
  mock.on(PutItemCommand).callsFake(({ Item }: { Item: Row }) => void rows.set(Item.pk?.S ?? "", Item));
  mock.on(GetItemCommand).callsFake(({ Key }: { Key: Row }) => ({ Item: rows.get(Key.pk?.S ?? "") }));
  return { store: decisionAnswers(client, "Sessions"), rows };
};

describe("what became of a decision", () => {
  const refused = { outcome: "refused", faults: [{ says: "Say why." }] };

  it("is found under the form's id, for a day", async () => {
    const { store } = aStore();
    await store.keep("form-1", refused, NOW);
    expect(await store.find("form-1", NOW + DAY - 1)).toEqual(refused);
    expect(await store.find("form-1", NOW + DAY)).toBeUndefined();
    expect(await store.find("form-2", NOW)).toBeUndefined();
  });

  it("lies where no session does, and its key tells nobody the form's id", async () => {
    const { store, rows } = aStore();
    await store.keep("form-1", refused, NOW);
    const [key] = [...rows.keys()];
    expect(key).toMatch(/^answer#[\w-]{43}$/);
    expect(rows.get(key ?? "")?.expires?.N).toBe(String((NOW + DAY) / 1000));
  });
});

describe("telling another function", () => {
  it("waits for no answer of it", async () => {
    const { client, requests } = aLambda(() => ({ StatusCode: 202 }));
    await tellFunction(client, { name: "decider", functionArn: "arn:decider:live" })({ id: "1" });
    expect(requests()).toEqual([
      { FunctionName: "arn:decider:live", InvocationType: "Event", Payload: '{"id":"1"}' },
    ]);
  });
});
