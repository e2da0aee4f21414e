import { join } from "node:path";
import { certificateFile, installed, temporaryFolder } from "./paths.ts";
import { aFreePort, servicePorts } from "./ports.ts";

export type HostOptions = {
  port: number;
  stateDir: string;
  /** Where the clock stands at the start, as an ISO time; it is now when left out. */
  clockAt?: string;
  /** Further ports on which APIs are served, over HTTPS too. */
  doors?: readonly number[];
};

/** Nothing of the caller's AWS or LocalStack settings may reach the host, or two machines would behave differently. */
const inherited = (): Record<string, string> =>
  Object.fromEntries(
    ["PATH", "HOME", "JAVA_HOME", "LANG"].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

export const hostEnvironment = async ({ port, stateDir, clockAt, doors = [] }: HostOptions) => ({
  ...inherited(),
  TZ: "UTC",
  PYTHONUNBUFFERED: "1",
  GATEWAY_LISTEN: [port, ...doors].map((one) => `127.0.0.1:${one}`).join(","),
  LOCALSTACK_HOST: `127.0.0.1:${port}`,
  TMPDIR: temporaryFolder(stateDir),
  FILESYSTEM_ROOT: join(stateDir, "filesystem"),
  EXTERNAL_SERVICE_PORTS_START: String(servicePorts(port).first),
  EXTERNAL_SERVICE_PORTS_END: String(servicePorts(port).last),
  DNS_ADDRESS: "0",
  CUSTOM_SSL_CERT_PATH: certificateFile(stateDir),
  // What LocalStack does not know fails the deployment, instead of being left out of it in silence.
  CFN_IGNORE_UNSUPPORTED_RESOURCE_TYPES: "0",
  SKIP_SSL_CERT_DOWNLOAD: "1",
  DISABLE_EVENTS: "1",
  SQS_ENDPOINT_STRATEGY: "path",
  SQS_DISABLE_CLOUDWATCH_METRICS: "1",
  LAMBDA_RUNTIME_EXECUTOR: "process",
  // An idle function costs 50 MB and starts again in a tenth of a second.
  LAMBDA_KEEPALIVE_MS: "120000",
  LAMBDA_EVENT_SOURCE_MAPPING_MAX_BACKOFF_ON_EMPTY_POLL_SEC: "0.01",
  LAMBDA_EVENT_SOURCE_MAPPING_POLL_INTERVAL_SEC: "0.01",
  // Services call each other in the process instead of through its own door.
  IN_MEMORY_CLIENT: "1",
  DYNAMODB_IN_MEMORY: "1",
  DYNAMODB_LOCAL_PORT: String(await aFreePort()),
  // Also those that take something away: CloudWatch's copy of what functions print, streams of tables.
  STANDSTILL_PATCHES: "all",
  STANDSTILL_LOGS: join(stateDir, "logs"),
  STANDSTILL_NODE: installed.node,
  STANDSTILL_DYNAMODB_JARS: installed.dynamodbJars,
  ...(clockAt === undefined ? {} : { STANDSTILL_CLOCK_AT: clockAt }),
});
