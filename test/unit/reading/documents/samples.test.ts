import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseResultSchema } from "../../../../functions/domain/compact/compact-schema.ts";
import { parseCompact } from "../../../../functions/reading/parse-compact.ts";

const folder = new URL("../../../fixtures/attachments/", import.meta.url);
const samples = readdirSync(folder).filter((name) => name.endsWith(".eml"));
const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name.replace(".eml", ".json"), folder), "utf8"));

describe("the sample mails that only attach their report", () => {
  it.each(samples)("%s gives the documented JSON", async (name) => {
    const result = await parseCompact(readFileSync(new URL(name, folder)));
    expect(JSON.parse(JSON.stringify(result))).toEqual(json(name));
    expect(parseResultSchema.parse(result)).toEqual(result);
  });

  it("are read by npm run parse too, which then ends", () => {
    const cli = fileURLToPath(new URL("../../../../localstack/tools/parse.ts", import.meta.url));
    const mail = fileURLToPath(new URL("2-found-pdf.eml", folder));
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, mail], { encoding: "utf8" });
    expect([status, stderr, JSON.parse(stdout)]).toEqual([0, "", json("2-found-pdf.eml")]);
  });
});
