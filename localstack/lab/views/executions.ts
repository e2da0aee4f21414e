import type { ExecutionLine } from "../episode/executions.ts";
import { table } from "../table.ts";

export const executionsText = (executions: readonly ExecutionLine[]): string =>
  executions.length === 0
    ? "No executions yet."
    : table(
        ["Execution", "Status", "Waiting for"],
        executions.map((e) => [e.name, e.status, e.waitingFor ?? ""]),
      );
