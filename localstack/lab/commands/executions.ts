import { executionsText } from "../views/executions.ts";
import { oneAuthority, running, type Shell } from "./command.ts";

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
