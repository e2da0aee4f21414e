import { SFNClient } from "@aws-sdk/client-sfn";
import * as z from "zod";
import { tokens } from "../adapters/dynamo/tokens.ts";
import { wakeWith } from "../adapters/workflow.ts";
import { ladders } from "../domain/profile/ladder.ts";
import { task } from "../shell/task.ts";
import { common } from "../shell/wiring.ts";
import { keepToken } from "./keep-token.ts";

const input = z.object({
  episodeId: z.string(),
  ladder: z.enum(ladders),
  token: z.string(),
  state: z.string(),
});

const buildDeps = () => {
  const base = common();
  return { ...base, tokens: tokens(base.dynamo, base.env.tables), wake: wakeWith(new SFNClient()) };
};

export const handler = task(input, buildDeps, keepToken);
