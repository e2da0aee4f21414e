export type { HostOptions } from "./environment.ts";
export type { Host } from "./record.ts";
export { HostError, startHost } from "./start.ts";
export { type HostStatus, hostStatus } from "./status.ts";
export { stopHost } from "./stop.ts";
