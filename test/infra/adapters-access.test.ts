import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { actionsOf, mentions, roleStatements } from "./template.ts";

/** LocalStack enforces no permission, so a call nobody was allowed would be found in production. */
const calls = globSync("functions/adapters/**/*.ts").flatMap((file) => {
  const source = readFileSync(file, "utf8");
  const tables = new Set([...source.matchAll(/tables\.(\w+)/g)].flatMap(([, table]) => table ?? []));
  return [...source.matchAll(/new (\w+)Command\(/g)].flatMap(([, command = ""]) =>
    command === "TransactWriteItems" ? [] : [{ file, command, tables: [...tables] }],
  );
});
const statements = roleStatements().map(([, statement]) => statement);
/** Some actions are not named as their calls are. */
const otherwise: Record<string, string> = { Invoke: "InvokeFunction", ListObjectsV2: "ListBucket" };
const actionOf = (command: string): string => otherwise[command] ?? command;
const granted = (command: string) =>
  statements.filter((s) => actionsOf(s).some((action) => action.endsWith(`:${actionOf(command)}`)));

describe("each call of an adapter", () => {
  it.each(calls)("$command in $file is granted to somebody", ({ command, tables }) => {
    const found = granted(command);
    const there =
      tables.length === 0 || tables.some((t) => mentions(found, `${t[0]?.toUpperCase()}${t.slice(1)}Table`));
    expect(found.length > 0 && there).toBe(true);
  });

  it("is looked at: the adapters do call AWS", () => {
    expect(calls.length).toBeGreaterThan(10);
  });
});
