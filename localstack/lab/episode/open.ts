import { randomUUID } from "node:crypto";
import { type ByHand, byHandSchema } from "../../../functions/core/ports/opening.ts";
import { LabError } from "../errors.ts";
import type { Clients } from "../stack/clients.ts";
import type { Deployed } from "../stack/stacks.ts";
import { invoke } from "./invoke.ts";

/** By way of the deployed function: the same use case as the console's. */
export const openByHand = async (
  request: { by: string; open: unknown },
  clients: Clients,
  { outputs }: Deployed,
): Promise<Extract<ByHand, { outcome: "opened" }>> => {
  const payload = { id: randomUUID(), channel: "lab", ...request };
  const answer = byHandSchema.parse(
    await invoke(clients, "record-action", outputs.RecordActionFunctionName, payload),
  );
  if (answer.outcome === "opened") return answer;
  const sentence = `Refused. ${answer.faults.map(({ says }) => says).join(" ")}`;
  throw new LabError(sentence, { exitCode: 2, answer });
};
