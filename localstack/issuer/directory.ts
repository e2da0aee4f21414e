import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";

const jwkSchema = z.looseObject({ kty: z.string() });

const directorySchema = z.object({
  clients: z.array(
    z.object({
      clientId: z.string(),
      name: z.string(),
      consoleUrl: z.url(),
      /** The console's own key, as KMS shows it to anybody. */
      key: jwkSchema,
      users: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          email: z.string(),
          /** What they may be told by on the sign-in page. */
          does: z.string(),
          claims: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  ),
});

/** Which consoles the lab's provider knows, and who may sign in to each. */
export type Directory = z.infer<typeof directorySchema>;
export type Client = Directory["clients"][number];
export type User = Client["users"][number];

export const directoryFile = (stateDir: string): string => join(stateDir, "issuer/directory.json");

/** Read anew each time: a stack deployed later is known at once. */
export const readDirectory = (stateDir: string): Directory => {
  try {
    return directorySchema.parse(JSON.parse(readFileSync(directoryFile(stateDir), "utf8")));
  } catch {
    return { clients: [] };
  }
};

/** Whole or not at all: the provider may be reading it. */
export const writeDirectory = (stateDir: string, directory: Directory): void => {
  const file = directoryFile(stateDir);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(directory, null, 2));
  renameSync(`${file}.new`, file);
};
