import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { episodeRows, episodeStore } from "../../../functions/adapters/dynamo/episode-store.ts";
import { officeStore } from "../../../functions/adapters/dynamo/office-store.ts";
import { profileStore } from "../../../functions/adapters/dynamo/profiles.ts";
import { factsStore, reportStore } from "../../../functions/adapters/dynamo/returns-store.ts";
import { gatherReport } from "../../../functions/core/gather-report/gather-report.ts";
import { remembering } from "../../../functions/core/office/people.ts";
import type { ReportStore } from "../../../functions/core/ports/returns.ts";
import { monthsOf } from "../../../functions/domain/returns/period.ts";
import { syntheticYear } from "../../../functions/domain/returns/synthetic-year.ts";
import { openLab } from "../../lab/api.ts";
import { badArgument } from "../../lab/errors.ts";
import { authorityProfile } from "../../lab/stack/authority-profile.ts";
import { chooseAuthority, deployedAuthorities } from "../../lab/stack/stacks.ts";

const inAccount = async () => {
  const clients = { cloudformation: new CloudFormationClient(), dynamo: new DynamoDBClient() };
  return { clients, all: await deployedAuthorities(clients), now: Date.now() };
};

const inLab = async () => {
  const lab = openLab();
  await lab.requireUp();
  return { clients: lab.clients, all: await lab.deployed(), now: await lab.now() };
};

/** What an authority's stack holds, in the lab or in an account. */
export const storedSource = async (authority: string, aws: boolean) => {
  const { clients, all, now } = aws ? await inAccount() : await inLab();
  const { tables } = chooseAuthority(all, authority);
  const { dynamo } = clients;
  const profile = { profile: authorityProfile(authority), hash: "", raw: "" };
  const deps = {
    episodes: episodeStore(dynamo, tables),
    rows: episodeRows(dynamo, tables),
    profiles: profileStore(profile, dynamo, tables, false),
    people: remembering(officeStore(dynamo, tables).load, () => now),
    facts: factsStore(dynamo, tables),
    now: () => now,
    dispatch: async () => {},
  };
  return {
    now,
    deps,
    facts: deps.facts,
    reports: reportStore(dynamo, tables),
    gather: (asked: Parameters<typeof gatherReport>[0]) => gatherReport(asked, deps),
  };
};

export type StoredSource = Awaited<ReturnType<typeof storedSource>>;
export type Source = Pick<StoredSource, "now" | "gather"> & {
  facts: Pick<StoredSource["facts"], "inMonths">;
} & { reports?: ReportStore };

const EPISODES = 4_000;

/** An invented year, from 1 April 2026; nothing is open in it and nothing was sent. */
export const sampleSource = (seed: string, authority: string): Source => {
  if (!/^\d{1,9}$/.test(seed)) throw badArgument(`"${seed}" is no seed: write a whole number.`);
  const { forces } = authorityProfile(authority);
  const [force = "anyforce", ...others] = forces.map(({ id }) => id);
  const from = Date.parse("2026-03-31T23:00:00Z");
  const rows = syntheticYear({ seed: Number(seed), episodes: EPISODES, from, forces: [force, ...others] });
  const now = Date.parse("2027-04-30T09:00:00Z");
  const months = new Map(
    [...monthsOf({ first: "2026-04-01", last: "2027-04-30" }), "open"].map((month) => [
      month,
      rows.filter((row) => row.month === month),
    ]),
  );
  const facts = {
    inMonths: async (wanted: readonly string[]) => wanted.flatMap((month) => months.get(month) ?? []),
  };
  const never = () => Promise.reject(new Error("an invented year has no episodes"));
  const deps = {
    facts,
    now: () => now,
    rows: { listed: async () => [] },
    people: async () => ({ recipients: {} }),
    episodes: { load: never, children: never, eventsSince: never, transact: never },
    profiles: {
      current: { profile: authorityProfile(authority), hash: "" },
      byHash: never,
      find: async () => undefined,
    },
  };
  return { now, facts, gather: (asked) => gatherReport(asked, deps) };
};
