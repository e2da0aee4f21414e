import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { ProfileStore } from "../../core/ports/episode-store.ts";
import { PermanentError } from "../../domain/errors.ts";
import { type Profile, profileSchema } from "../../domain/profile/profile.ts";
import { inOurWords } from "../vendor-errors.ts";
import { S } from "./item.ts";
import type { Tables } from "./tables.ts";

/**
 * Every version was checked whole before it was deployed. A check added since may not stop the episodes that
 * started under it, so only its shape is read again, and what it lacks is filled in.
 */
const parseKept = (raw: string): Profile => {
  const profile = profileSchema.safeParse(JSON.parse(raw));
  if (profile.success) return profile.data;
  const fields = profile.error.issues.map(({ path }) => path.join("."));
  throw new PermanentError(`a kept profile version is not valid: ${fields.join(", ")}`, {
    cause: profile.error,
  });
};

/** The profile deployed beside the function's code: the synth that wrote it checked it and filled in what it left out. */
export const deployedProfile = (path: string | URL): { profile: Profile; hash: string; raw: string } => {
  const raw = readFileSync(path, "utf8");
  const hash = createHash("sha256").update(raw).digest("hex").slice(0, 16);
  return { profile: JSON.parse(raw) as Profile, hash, raw };
};

/**
 * Episodes keep the profile version they started under. The version at hand is kept under its hash before the
 * first episode can need it again.
 */
export const profileStore = (
  deployed: ReturnType<typeof deployedProfile>,
  client: DynamoDBClient,
  tables: Tables,
  /** A function that only reads leaves it to those that write. */
  keeps = true,
): ProfileStore => {
  const { profile, hash, raw } = deployed;
  const known = new Map<string, Promise<Profile | undefined>>();
  const keep = async (): Promise<Profile> => {
    const Item = { pk: S(`profile#${hash}`), body: S(raw) };
    const put = new PutItemCommand({ TableName: tables.episodes, Item });
    await inOurWords("keeping the profile", () => client.send(put));
    return profile;
  };
  const own = () => (keeps ? keep() : Promise.resolve(profile));
  const fetch = async (wanted: string): Promise<Profile | undefined> => {
    const Key = { pk: S(`profile#${wanted}`) };
    const get = new GetItemCommand({ TableName: tables.episodes, Key });
    const { Item } = await inOurWords("reading a profile version", () => client.send(get));
    return Item?.body?.S === undefined ? undefined : parseKept(Item.body.S);
  };
  const find = (wanted: string): Promise<Profile | undefined> => {
    const cached = known.get(wanted) ?? (wanted === hash ? own() : fetch(wanted));
    known.set(wanted, cached);
    // One that is not there may be kept by the next deployment.
    const forget = (): boolean => known.delete(wanted);
    cached.then((found) => found ?? forget(), forget);
    return cached;
  };
  const byHash = async (wanted: string): Promise<Profile> => {
    const found = await find(wanted);
    if (!found) throw new PermanentError("an episode's profile version is not kept");
    return found;
  };
  return { current: { profile, hash }, byHash, find };
};
