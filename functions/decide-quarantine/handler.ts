import { LambdaClient } from "@aws-sdk/client-lambda";
import { decisionAnswers } from "../adapters/dynamo/decision-answers.ts";
import { ledger } from "../adapters/dynamo/ledger.ts";
import type { DecisionAnswers } from "../core/ports/waiting-mails.ts";
import type { Env } from "../shell/env.ts";
import { heard } from "../shell/heard.ts";
import { log } from "../shell/log.ts";
import { storedMailReader } from "../shell/stored-mail-reader.ts";
import { task } from "../shell/task.ts";
import { readSessionsTable } from "../shell/web/console-env.ts";
import { common } from "../shell/wiring.ts";
import { mailer } from "../shell/with-mail.ts";
import { withWorkflow } from "../shell/with-workflow.ts";
import { answerConsole } from "./answer-console.ts";
import { decideQuarantine } from "./decide-quarantine.ts";
import type { DecideDeps } from "./effect.ts";
import { decisionRequestSchema } from "./request.ts";

const buildDeps = (): DecideDeps & { env: Env; answers: Pick<DecisionAnswers, "keep"> } => {
  const base = withWorkflow(common());
  const { dynamo, env } = base;
  const read = storedMailReader(new LambdaClient(), env.mailReaderArn);
  const send = mailer(env, base.profile);
  const answers = decisionAnswers(dynamo, readSessionsTable());
  return { ...base, send, ledger: ledger(dynamo, env.tables), read, answers };
};

export const handler = task(decisionRequestSchema, buildDeps, async (request, deps) => {
  const decided = await decideQuarantine(heard(request, deps.env), deps);
  await answerConsole(request, decided, deps);
  log.info("decided about", { mailId: request.mailId, outcome: decided.outcome });
  return decided;
});
