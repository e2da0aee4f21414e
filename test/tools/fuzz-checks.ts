import { parseResultSchema } from "../../functions/domain/compact/compact-schema.ts";
import { readMailHere } from "../../functions/reading/read-mail.ts";
import { lostWords } from "../unit/reading/lost-words.ts";

/** What is wrong with how a mail is read, if anything is. */
export const faultOf = async (raw: Buffer): Promise<string | undefined> => {
  try {
    const { result } = await readMailHere(raw);
    const { error } = parseResultSchema.safeParse(result);
    if (error)
      return `is answered outside the contract: ${error.issues.map(({ path }) => path.join(".")).join(", ")}`;
    const lost = await lostWords(raw);
    return lost.length > 0 ? `loses words: ${lost.slice(0, 3).join("; ")}` : undefined;
  } catch (error) {
    return `makes the reader throw: ${error instanceof Error ? (error.stack ?? error.name) : "unknown"}`;
  }
};
