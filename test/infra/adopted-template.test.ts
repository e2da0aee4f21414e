import { describe, expect, it } from "vitest";
import { adoption } from "../../localstack/tools/recover/adopted-template.ts";
import { template } from "./template.ts";

const ids = ["LedgerTable", "EventsTable", "EpisodesTable", "OutboxTable"];
const tables = ids.map((logicalId) => ({
  logicalId,
  name: `then-${logicalId.toLowerCase()}`,
  arn: `arn:aws:dynamodb:eu-west-2:000000000000:table/then-${logicalId.toLowerCase()}`,
}));

type Shape = { Resources: Record<string, { Type: string; Properties?: Record<string, unknown> }> };
const deployed = template.toJSON() as Shape;
const { releasing, importing, adopted } = adoption(JSON.stringify(deployed), tables, "20261201T090500Z");

const without = <T>(all: Record<string, T>, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(all).filter(([key]) => !keys.includes(key)));
const versionsOf = ({ Resources }: Shape) =>
  Object.entries(Resources).flatMap(([id, { Type }]) => (Type === "AWS::Lambda::Version" ? [id] : []));

describe("the templates that put other tables in the place of a stack's own", () => {
  it("first let the former tables go, and name the new ones wherever those were meant", () => {
    const text = JSON.stringify(releasing);
    for (const { logicalId, name, arn } of tables) {
      expect(text).not.toContain(`"${logicalId}"`);
      expect(text).toContain(`"${name}"`);
      expect(text).toContain(arn);
    }
  });

  it("let go only what is kept when it goes", () => {
    const gone = Object.entries(adopted.Resources).filter(([id]) => !(id in releasing.Resources));
    expect(gone.map(([id]) => id).toSorted()).toEqual(ids.toSorted());
    for (const [, table] of gone) expect(table.DeletionPolicy).toBe("RetainExceptOnCreate");
  });

  it("then add the tables' own resources and change nothing else, as an import asks", () => {
    expect(without(importing.Resources, ids)).toEqual(releasing.Resources);
    for (const id of ids) expect(importing.Resources[id]).toEqual(deployed.Resources[id]);
  });

  it("end with what was deployed, but that each function publishes a version that knows the new tables", () => {
    expect(versionsOf(adopted as Shape)).toEqual(versionsOf(deployed).map((id) => `${id}R20261201T090500Z`));
    expect(versionsOf(releasing as Shape)).toEqual(versionsOf(adopted as Shape));
    const back = JSON.parse(
      JSON.stringify(adopted)
        .replaceAll("R20261201T090500Z", "")
        .replaceAll(/,"TABLES_RESTORED":"[^"]*"/g, ""),
    );
    expect(back).toEqual(deployed);
  });

  it("can be made of a stack that was restored before", () => {
    const again = adoption(JSON.stringify(adopted), tables, "20261202T000000Z").adopted;
    expect(versionsOf(again as Shape)).toEqual(versionsOf(deployed).map((id) => `${id}R20261202T000000Z`));
  });
});
