import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import type { Workflow } from "../core/ports/workflow.ts";
import { translated } from "./vendor-errors.ts";

const nameOf = (episodeId: string, generation: number): string => `${episodeId}-g${generation}`;

const nobodyWaits = (cause: unknown): boolean =>
  cause instanceof TaskTimedOut || cause instanceof TaskDoesNotExist || cause instanceof InvalidToken;

export const wakeWith = (client: SFNClient) => async (token: string) => {
  try {
    await client.send(new SendTaskSuccessCommand({ taskToken: token, output: "{}" }));
  } catch (cause) {
    if (!nobodyWaits(cause)) throw translated("waking a ladder", cause);
  }
};

export const workflow = (client: SFNClient, stateMachineArn: string): Workflow => ({
  start: async (episodeId, generation) => {
    // The input is byte for byte the same at every try: only then is a second start of a running one a success.
    const input = JSON.stringify({ episodeId, generation });
    try {
      await client.send(
        new StartExecutionCommand({ stateMachineArn, name: nameOf(episodeId, generation), input }),
      );
    } catch (cause) {
      if (!(cause instanceof ExecutionAlreadyExists)) throw translated("starting the workflow", cause);
    }
  },
  isRunning: async (episodeId, generation) => {
    const executionArn = `${stateMachineArn.replace(":stateMachine:", ":execution:")}:${nameOf(episodeId, generation)}`;
    try {
      const { status } = await client.send(new DescribeExecutionCommand({ executionArn }));
      return status === "RUNNING";
    } catch (cause) {
      if (cause instanceof ExecutionDoesNotExist) return false;
      throw translated("looking at the workflow", cause);
    }
  },
  wake: wakeWith(client),
});
