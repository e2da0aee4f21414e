import {
  DeleteFunctionCommand,
  GetAliasCommand,
  type LambdaClient,
  paginateListVersionsByFunction,
  UpdateAliasCommand,
} from "@aws-sdk/client-lambda";
import { functionNames } from "../../../infra/functions.ts";
import { physicalName } from "../../../infra/names.ts";
import { LabError } from "../../lab/errors.ts";
import { type FunctionVersions, type Move, planBack, planPrune, type Version } from "./plan.ts";

const ALIAS = "live";

const versionsOf = async (lambda: LambdaClient, name: string): Promise<FunctionVersions> => {
  const versions: Version[] = [];
  for await (const page of paginateListVersionsByFunction({ client: lambda }, { FunctionName: name }))
    for (const { Version = "", LastModified = "" } of page.Versions ?? [])
      if (Version !== "$LATEST")
        versions.push({ version: Number(Version), publishedAt: Date.parse(LastModified) });
  const alias = await lambda.send(new GetAliasCommand({ FunctionName: name, Name: ALIAS }));
  return { name, live: Number(alias.FunctionVersion), versions };
};

/** Every function of the authority, with the versions that are kept and the one that is live. */
export const listReleases = (lambda: LambdaClient, authority: string): Promise<FunctionVersions[]> =>
  Promise.all(functionNames.map((name) => versionsOf(lambda, physicalName(authority, name))));

/** Points every function's alias at what was live at a time; all of them, or none where one has it no longer. */
export const goBack = async (lambda: LambdaClient, authority: string, at: number): Promise<Move[]> => {
  const { moves, missing } = planBack(await listReleases(lambda, authority), at);
  if (missing.length > 0)
    throw new LabError(
      `Nothing was moved: no version of then is kept of ${missing.join(", ")}. Deploy the former commit instead.`,
    );
  for (const { name, to } of moves)
    await lambda.send(
      new UpdateAliasCommand({ FunctionName: name, Name: ALIAS, FunctionVersion: String(to) }),
    );
  return moves;
};

export type Pruned = { name: string; deleted: number[] };

/** Deletes what nobody goes back to any more. */
export const prune = async (lambda: LambdaClient, authority: string): Promise<Pruned[]> => {
  const pruned: Pruned[] = [];
  for (const fn of await listReleases(lambda, authority)) {
    const deleted = planPrune(fn);
    for (const version of deleted)
      await lambda.send(new DeleteFunctionCommand({ FunctionName: fn.name, Qualifier: String(version) }));
    pruned.push({ name: fn.name, deleted });
  }
  return pruned;
};
