import { randomBytes } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { claims } from "../adapters/dynamo/claims.ts";
import { episodeStore } from "../adapters/dynamo/episode-store.ts";
import { links } from "../adapters/dynamo/links.ts";
import { officeStore } from "../adapters/dynamo/office-store.ts";
import { deployedProfile, profileStore } from "../adapters/dynamo/profiles.ts";
import { remembering } from "../core/office/people.ts";
import { profileAt, profilesAt } from "./console-url.ts";
import { type Env, readEnv } from "./env.ts";

/** The clock is a dependency; this is the only place that reads it. */
export const now = (): number => Date.now();

/**
 * What every function needs: the tables and the profile deployed beside its code. One that may only read does not keep
 * that profile's version.
 */
export const common = ({ keepsProfile = true } = {}) => {
  const env: Env = readEnv();
  const dynamo = new DynamoDBClient();
  const deployed = deployedProfile(new URL("./profile.json", import.meta.url));
  return {
    env,
    dynamo,
    now,
    profile: profileAt(env.consoleUrl)(deployed.profile),
    episodes: episodeStore(dynamo, env.tables),
    profiles: profilesAt(env.consoleUrl, profileStore(deployed, dynamo, env.tables, keepsProfile)),
    people: remembering(officeStore(dynamo, env.tables).load, now),
    office: officeStore(dynamo, env.tables),
    claims: claims(dynamo, env.tables),
    links: links(dynamo, env.tables),
    newToken: () => randomBytes(32).toString("base64url"),
  };
};

/** For functions that leave what their commit leads to in the outbox: the sweep carries it out. */
export const leaveToSweep = async (): Promise<void> => {};
