import { randomUUID } from "node:crypto";
import * as z from "zod";
import { actionNameSchema, actionNames } from "../../../functions/domain/episode/action-names.ts";
import { actionSchemas } from "../../../functions/domain/episode/actions.ts";
import { citationOf } from "../../../functions/domain/profile/citation.ts";
import { shapeFaultInWords, shapeFaults } from "../../../functions/domain/shape/shape-faults.ts";
import type { Recorded } from "../../../functions/record-action/record-action.ts";
import { badArgument, LabError, unknownEpisode } from "../errors.ts";
import type { Clients } from "../stack/clients.ts";
import type { Deployed } from "../stack/stacks.ts";
import { invoke } from "./invoke.ts";

export type ActionArguments = {
  reference: string;
  action: string;
  by?: string | undefined;
  at?: string | undefined;
  data?: unknown;
  instead?: { recorded: string; reason: string } | undefined;
};

const faultSchema = z.object({
  rule: z.string().optional(),
  clause: z.string().optional(),
  local: z.literal(true).optional(),
  says: z.string(),
});

const answerSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("recorded"), episodeId: z.string(), events: z.number() }),
  z.object({ outcome: z.literal("refused"), faults: z.array(faultSchema) }),
  z.object({ outcome: z.literal("unknown-episode") }),
]);

/** What is wrong with the words themselves is said before anything is asked of the lab. */
export const checkAction = (action: string, data: unknown): void => {
  const name = actionNameSchema.safeParse(action);
  if (!name.success)
    throw badArgument(`There is no action "${action}". There are: ${actionNames.join(", ")}.`);
  const parsed = actionSchemas[name.data].safeParse(data ?? {});
  if (parsed.success) return;
  const faults = shapeFaults(parsed.error, data ?? {}).map((fault) => shapeFaultInWords(fault, "the data"));
  throw badArgument(
    `The data of ${action} is not right: ${faults.join("; ")}. See npm run lab -- record --help --json.`,
  );
};

type Fault = z.infer<typeof faultSchema>;

const inWords = (fault: Fault): string => {
  const citation = citationOf(fault);
  return citation === undefined ? fault.says : `${citation}: ${fault.says}`;
};

const refusal = (faults: readonly Fault[]): LabError => {
  const sentence = `Refused. ${faults.map(inWords).join(" ")}`;
  // Without a rule it is the request that is wrong (a time to come, say), not the protocol that refuses.
  const exitCode = faults.some((f) => f.rule !== undefined) ? 1 : 2;
  return new LabError(sentence, { exitCode, answer: { outcome: "refused", faults } });
};

/** What a person did, by way of the deployed function: the same use case as the console's. */
export const recordAction = async (
  request: ActionArguments,
  clients: Clients,
  { outputs }: Deployed,
): Promise<Extract<Recorded, { outcome: "recorded" }>> => {
  checkAction(request.action, request.data);
  const payload = { id: randomUUID(), channel: "lab", by: "lab", ...request, data: request.data ?? {} };
  const answer = await invoke(clients, "record-action", outputs.RecordActionFunctionName, payload);
  const recorded = answerSchema.parse(answer);
  if (recorded.outcome === "unknown-episode") throw unknownEpisode(request.reference);
  if (recorded.outcome === "refused") throw refusal(recorded.faults);
  return recorded;
};

/** Every action's name and the JSON schema of its data. */
export const actionHelp = (): Record<string, unknown> =>
  Object.fromEntries(actionNames.map((name) => [name, z.toJSONSchema(actionSchemas[name], { io: "input" })]));
