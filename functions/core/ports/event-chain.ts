import type { ChainedEvent } from "./writes.ts";

/** Everything recorded under an id, in order and as it is stored: what is hashed is what was written. */
export type EventChain = (id: string) => Promise<readonly ChainedEvent<object>[]>;
