import type { Env } from "./env.ts";

type Asked = { channel?: string | undefined };

/**
 * The request as this deployment may hear it. Only a lab takes somebody's own word for who acted: elsewhere that
 * channel is none, and the use case says which there are.
 */
export const heard = <R extends Asked>(request: R, { acceptsLab }: Pick<Env, "acceptsLab">): R =>
  request.channel === "lab" && !acceptsLab ? { ...request, channel: "unheard" } : request;
