import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { zipSync } from "fflate";
import * as z from "zod";
import type { Clients } from "./clients.ts";
import { ASSET_BUCKET } from "./toolkit.ts";

const manifestSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string(), packaging: z.enum(["zip", "file"]) }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

const zipped = (folder: string): Uint8Array => {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const files = names.map(({ parentPath, name }) => join(parentPath, name));
  return zipSync(
    Object.fromEntries(files.map((file) => [file.slice(folder.length + 1), readFileSync(file)])),
    {
      level: 1,
    },
  );
};

/**
 * Puts what the assembly in a folder names (functions' code, the template) where the template looks for it; gives the
 * template's key.
 */
export const publishAssets = async ({ s3 }: Clients, stack: string, folder: string): Promise<string> => {
  const { files } = manifestSchema.parse(
    JSON.parse(readFileSync(join(folder, `${stack}.assets.json`), "utf8")),
  );
  const put = async ({ source, destinations }: (typeof files)[string]) => {
    const path = join(folder, source.path);
    const Body = source.packaging === "zip" ? zipped(path) : readFileSync(path);
    for (const { objectKey: Key } of Object.values(destinations))
      await s3.send(new PutObjectCommand({ Bucket: ASSET_BUCKET, Key, Body }));
  };
  await Promise.all(Object.values(files).map(put));
  const template = Object.values(files).find(({ source }) => source.path === `${stack}.template.json`);
  return Object.values(template?.destinations ?? {})[0]?.objectKey ?? "";
};
