import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import { mockClient } from "aws-sdk-client-mock";
import { describe, expect, it } from "vitest";
import { workflow } from "../../../functions/adapters/workflow.ts";
import { PermanentError, TransientError } from "../../../functions/domain/errors.ts";
import { failure } from "./dynamo.ts";

const arn = "arn:aws:states:eu-west-2:000000000000:stateMachine:safe-return-anyshire-episode";
const said = { $metadata: {}, message: "quotes Ellie Marlowe" };

const aMachine = () => {
  const client = new SFNClient({ region: "eu-west-2" });
  return { mock: mockClient(client), machine: workflow(client, arn) };
};

describe("the start of a workflow", () => {
  it("is named by episode and generation, with an input of ids only, the same byte for byte every time", async () => {
    const { mock, machine } = aMachine();
    mock.on(StartExecutionCommand).resolves({});
    await machine.start("ep-1", 2);
    expect(mock.commandCalls(StartExecutionCommand)[0]?.args[0].input).toEqual({
      stateMachineArn: arn,
      name: "ep-1-g2",
      input: '{"episodeId":"ep-1","generation":2}',
    });
  });

  it("that was made before is a success", async () => {
    const { mock, machine } = aMachine();
    mock.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists(said));
    await expect(machine.start("ep-1", 2)).resolves.toBeUndefined();
  });

  it.each([
    ["ServiceQuotaExceededException", TransientError],
    ["AccessDeniedException", PermanentError],
  ])("that fails for %s says so by name", async (name, kind) => {
    const { mock, machine } = aMachine();
    mock.on(StartExecutionCommand).rejects(failure(name));
    const caught = await machine.start("ep-1", 2).catch((cause: unknown) => cause);
    expect(caught).toBeInstanceOf(kind);
    expect(String(caught)).toMatch(new RegExp(`: starting the workflow: ${name}$`));
  });
});

describe("a token", () => {
  it("continues the ladder that waits on it", async () => {
    const { mock, machine } = aMachine();
    mock.on(SendTaskSuccessCommand).resolves({});
    await machine.wake("token-1");
    expect(mock.commandCalls(SendTaskSuccessCommand)[0]?.args[0].input).toEqual({
      taskToken: "token-1",
      output: "{}",
    });
  });

  it.each([new TaskTimedOut(said), new TaskDoesNotExist(said), new InvalidToken(said)])(
    "that nobody waits on is a success: %s",
    async (cause) => {
      const { mock, machine } = aMachine();
      mock.on(SendTaskSuccessCommand).rejects(cause);
      await expect(machine.wake("token-1")).resolves.toBeUndefined();
    },
  );

  it("that Step Functions cannot take now is tried again", async () => {
    const { mock, machine } = aMachine();
    mock.on(SendTaskSuccessCommand).rejects(failure("ServiceUnavailable"));
    await expect(machine.wake("token-1")).rejects.toThrow(TransientError);
  });
});

describe("an execution", () => {
  it.each([
    ["RUNNING", true],
    ["ABORTED", false],
    ["SUCCEEDED", false],
  ] as const)("that is %s: alive is %s", async (status, alive) => {
    const { mock, machine } = aMachine();
    mock.on(DescribeExecutionCommand).resolves({ status });
    expect(await machine.isRunning("ep-1", 2)).toBe(alive);
    expect(mock.commandCalls(DescribeExecutionCommand)[0]?.args[0].input.executionArn).toBe(
      "arn:aws:states:eu-west-2:000000000000:execution:safe-return-anyshire-episode:ep-1-g2",
    );
  });

  it("that was never there is dead, but one that cannot be looked at is not called so", async () => {
    const { mock, machine } = aMachine();
    mock.on(DescribeExecutionCommand).rejectsOnce(new ExecutionDoesNotExist(said));
    expect(await machine.isRunning("ep-1", 2)).toBe(false);
    mock.on(DescribeExecutionCommand).rejects(failure("ThrottlingException"));
    await expect(machine.isRunning("ep-1", 2)).rejects.toThrow(TransientError);
  });
});
