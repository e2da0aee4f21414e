import type { ExecutionLine } from "../episode/executions.ts";
import { table } from "../table.ts";
import { oneAuthority, running, type Shell } from "./command.ts";

const executionsText = (executions: readonly ExecutionLine[]): string =>
  executions.length === 0
    ? "No executions yet."
    : table(
        ["Execution", "Status", "Waiting for"],
        executions.map((e) => [e.name, e.status, e.waitingFor ?? ""]),
      );

export const addExecutions = ({ program, open, answer }: Shell): void => {
  program
    .command("executions")
    .description("the workflow's executions")
    .action(async () => {
      const authority = oneAuthority(program);
      const value = await (await running(open)).executions(authority);
      answer({ value, text: executionsText(value) });
    });
};
