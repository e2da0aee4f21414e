import { randomUUID } from "node:crypto";
import * as z from "zod";
import { invoke } from "../episode/invoke.ts";
import { readEpisode } from "../episode/read-episode.ts";
import { LabError, unknownEpisode, unknownMail } from "../errors.ts";
import type { Clients } from "../stack/clients.ts";
import type { Deployed } from "../stack/stacks.ts";

export type DecisionArguments = {
  mailId: string;
  decision: "release" | "attach" | "discard" | "pass-on" | "ask";
  by: string;
  reason?: string | undefined;
  reference?: string | undefined;
  data?: unknown;
};

/** As the lab answers: with the episodes by their references. */
export type DecidedMail = {
  outcome: "released" | "attached" | "discarded" | "passed-on" | "asked";
  mailId: string;
  episodes: string[];
};

const answerSchema = z.discriminatedUnion("outcome", [
  z.object({
    outcome: z.literal("decided"),
    mailId: z.string(),
    decision: z.enum(["released", "attached", "discarded", "passed-on"]),
    episodes: z.array(z.string()),
  }),
  z.object({ outcome: z.literal("asked"), mailId: z.string() }),
  z.object({ outcome: z.literal("refused"), faults: z.array(z.object({ says: z.string() })) }),
  z.object({ outcome: z.literal("unknown-mail") }),
  z.object({ outcome: z.literal("unknown-episode") }),
]);

/** What a person decided about a mail that waits, by way of the deployed function. */
export const decideMail = async (
  request: DecisionArguments,
  clients: Clients,
  deployed: Deployed,
): Promise<DecidedMail> => {
  const payload = { id: randomUUID(), channel: "lab", ...request };
  const name = deployed.outputs.DecideQuarantineFunctionName;
  const decided = answerSchema.parse(await invoke(clients, "decide-quarantine", name, payload));
  if (decided.outcome === "unknown-mail") throw unknownMail(request.mailId);
  if (decided.outcome === "unknown-episode") throw unknownEpisode(request.reference ?? "");
  if (decided.outcome === "refused")
    throw new LabError(`Refused. ${decided.faults.map(({ says }) => says).join("; ")}`, { answer: decided });
  if (decided.outcome === "asked") return { ...decided, episodes: [] };
  const stored = await Promise.all(decided.episodes.map((id) => readEpisode(id, clients, deployed)));
  const episodes = stored.flatMap((e) => (e ? [e.row.reference] : []));
  return { outcome: decided.decision, mailId: decided.mailId, episodes };
};
