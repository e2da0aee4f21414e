import { hash } from "node:crypto";
import * as z from "zod";

/** Asks for an address of a file of a stored mail, or of all of it: `{ link: { mailId, file } }`. */
export const linkRequestSchema = z.object({
  link: z.object({
    mailId: z.string().min(1),
    /** The SHA-256 digest of a file in it; or `mail`. A name may be a child's, and two files may have one. */
    file: z.string().regex(/^(?:mail|[0-9a-f]{64})$/),
  }),
});

export type LinkRequest = z.output<typeof linkRequestSchema>["link"];
export type FoundFile = { name: string; content: Uint8Array };

export type LinkDeps = {
  rawMail: (mailId: string) => Promise<Uint8Array>;
  find: (raw: Uint8Array, digest: string) => Promise<FoundFile | undefined>;
  shown: {
    raw: (mailId: string) => Promise<string>;
    file: (mailId: string, digest: string, file: FoundFile) => Promise<string>;
  };
};

export type Linked = { url?: string };

/** Where the file can be fetched within the minute; nothing where the mail holds no such file. */
export const linkFile = async ({ mailId, file }: LinkRequest, deps: LinkDeps): Promise<Linked> => {
  if (file === "mail") return { url: await deps.shown.raw(mailId) };
  const found = await deps.find(await deps.rawMail(mailId), file);
  if (!found || hash("sha256", found.content) !== file) return {};
  return { url: await deps.shown.file(mailId, file, found) };
};
