// Speaks Lambda's side of the contract inside one Node process: a line of JSON in on stdin for each
// invocation, a line of JSON out on a file descriptor of its own. Everything printed is the function's log.
import { existsSync, writeSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { peakKb } from "./memory.mjs";

const RealDate = Date;
const realNow = Date.now.bind(Date);
let clock = JSON.parse(process.env.STANDSTILL_CLOCK_READING ?? '{"offset":0}');
const answers = Number(process.env.STANDSTILL_ANSWERS);
delete process.env.STANDSTILL_CLOCK_READING;
delete process.env.STANDSTILL_ANSWERS;

const movedNow = () => clock.frozen ?? realNow() + clock.offset;

// A proxy, so that instanceof, Date.UTC and Date.parse stay those of the real one.
Date.now = movedNow;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length > 0 ? args : [movedNow()], newTarget),
  apply: () => new RealDate(movedNow()).toString(),
});
RealDate.prototype.constructor = globalThis.Date;

const answer = (message) => {
  const bytes = Buffer.from(`${JSON.stringify(message)}\n`);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(answers, bytes, at);
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
};

const named = (name, message) => Object.assign(new Error(message), { name });

const asResult = (error) =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? "").split("\n") }
    : { errorType: typeof error, errorMessage: String(error), trace: [] };

const moduleFile = (stem) => {
  const path = ["mjs", "js", "cjs"].map((end) => `${stem}.${end}`).find(existsSync);
  if (!path) throw named("Runtime.ImportModuleError", `Error: Cannot find module '${stem}'`);
  return path;
};

const importModule = async (path) => {
  try {
    return await import(pathToFileURL(path).href);
  } catch (error) {
    if (error instanceof SyntaxError) throw named("Runtime.UserCodeSyntaxError", String(error));
    const missing = error?.code === "ERR_MODULE_NOT_FOUND" || error?.code === "MODULE_NOT_FOUND";
    if (missing) throw named("Runtime.ImportModuleError", String(error));
    throw error;
  }
};

const loadHandler = async () => {
  const [, folder, file, exported] = /^(.*\/)?([^/.]+)\.(.+)$/.exec(process.env._HANDLER) ?? [];
  if (!file) throw named("Runtime.MalformedHandlerName", `Bad handler '${process.env._HANDLER}'`);
  const loaded = await importModule(moduleFile(join(process.env.LAMBDA_TASK_ROOT, folder ?? "", file)));
  const find = (from) => exported.split(".").reduce((value, key) => value?.[key], from);
  const handler = find(loaded) ?? find(loaded.default);
  if (typeof handler === "function") return handler;
  throw named("Runtime.HandlerNotFound", `${process.env._HANDLER} is undefined or not exported`);
};

// The limit is kept by the executor in real time, so what remains is measured in real time as well.
const contextFor = (call) => ({
  awsRequestId: call.id,
  callbackWaitsForEmptyEventLoop: true,
  functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
  functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
  invokedFunctionArn: call.arn,
  logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
  logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
  memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
  getRemainingTimeInMillis: () => Math.max(0, call.deadline - realNow()),
});

let current = null;

const finish = (outcome) => {
  const call = current;
  current = null;
  // Marks the end of this call's log; stdout and stderr share one pipe, so everything printed comes before it.
  process.stdout.write(`\n${call.marker}\n`);
  answer({ id: call.id, peakKb: peakKb(), ...outcome });
};

const failHard = (error, exitCode) => {
  console.error(error);
  // Said with the answer, so that no further call is given to a process that is about to end.
  if (current) finish({ error: asResult(error), ends: true });
  process.exit(exitCode);
};
process.on("uncaughtException", (error) => failHard(error, 129));
process.on("unhandledRejection", (reason) => {
  failHard(named("Runtime.UnhandledPromiseRejection", String(reason)), 128);
});

const invoke = async (handler, call) => {
  current = call;
  process.env._X_AMZN_TRACE_ID = call.trace;
  try {
    const value = await handler(JSON.parse(call.payload || "{}"), contextFor(call));
    finish({ value: JSON.stringify(value) ?? "null" });
  } catch (error) {
    console.error(error);
    if (current) finish({ error: asResult(error) });
  }
};

try {
  const handler = await loadHandler();
  answer({ ready: true });
  createInterface({ input: process.stdin })
    .on("line", (line) => {
      const message = JSON.parse(line);
      clock = message.clock;
      if (message.id) void invoke(handler, message);
    })
    // LocalStack has gone: nobody is left to answer.
    .on("close", () => process.exit(0));
} catch (error) {
  console.error(error);
  answer({ initError: asResult(error) });
  process.exit(1);
}
