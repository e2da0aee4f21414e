/** Calls a function and keeps the time it saw. */
export const lookAtClock = (
  functionName: string,
  after: { Next: string } | { End: true },
  path = "$.seen",
) => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Parameters: { FunctionName: functionName, "Payload.$": "$" },
  ResultSelector: { "now.$": "$.Payload.now" },
  ResultPath: path,
  ...after,
});

export const waitForToken = (functionName: string, more: Record<string, unknown>) => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
  Parameters: { FunctionName: functionName, Payload: { "token.$": "$$.Task.Token" } },
  ...more,
});
