import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { functionCatalogue, functionNames } from "../../../infra/functions.ts";
import { physicalName } from "../../../infra/names.ts";
import { atMost, type Figure } from "../figure.ts";

const report = /Memory Size: (\d+) MB\tMax Memory Used: (\d+) MB/g;

/** The most a function ever used, its threads and processes included, as its log reports it; undefined if it never ran. */
export const mostUsedMb = (stateDir: string, authority: string, name: string): number | undefined => {
  const file = join(stateDir, "logs", `${physicalName(authority, name)}.log`);
  if (!existsSync(file)) return undefined;
  const used = [...readFileSync(file, "utf8").matchAll(report)].map(([, , mb]) => Number(mb));
  return used.length > 0 ? Math.max(...used) : undefined;
};

/** Pages are opened by people, and none is in these stories: `npm run bench -- console` measures them. */
const opened: readonly string[] = ["serve-console"];

/** Each function against its limit. */
export const benchMemory = (stateDir: string, authority: string): Record<string, Figure> =>
  Object.fromEntries(
    functionNames
      .filter((name) => !opened.includes(name))
      .map((name) => {
        const used = mostUsedMb(stateDir, authority, name);
        if (used === undefined) throw new Error(`${name} never ran, so its memory is not known`);
        return [name, atMost(functionCatalogue[name].memoryMb, used, { unit: "MB" })];
      }),
  );
