import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseResultSchema } from "../../../../functions/domain/compact/compact-schema.ts";
import { read } from "../mails.ts";

const folder = new URL("../../../fixtures/compacts/", import.meta.url);
const samples = readdirSync(folder).filter((name) => name.endsWith(".eml"));
const mail = (name: string): Buffer => readFileSync(new URL(name, folder));
const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name.replace(".eml", ".json"), folder), "utf8"));

describe("the sample mails", () => {
  it.each(samples)("%s gives the documented JSON", async (name) => {
    const { result } = await read(mail(name));
    expect(JSON.parse(JSON.stringify(result))).toEqual(json(name));
    expect(parseResultSchema.parse(result)).toEqual(result);
  });

  it.each(samples)("%s says the same with bare line feeds and with CRLF", async (name) => {
    const bare = mail(name).toString("latin1").replace(/\r\n/g, "\n");
    const [lf, crlf] = await Promise.all([
      read(Buffer.from(bare, "latin1")),
      read(Buffer.from(bare.replace(/\n/g, "\r\n"), "latin1")),
    ]);
    expect(lf.result).toEqual(crlf.result);
    expect(lf.mail.digest).toBe(crlf.mail.digest);
  });
});
