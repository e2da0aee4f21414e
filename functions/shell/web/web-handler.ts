import type { APIGatewayProxyResult } from "aws-lambda";
import type { Answer } from "../../core/web/answer.ts";
import { TransientError } from "../../domain/errors.ts";
import { describe, log } from "../log.ts";
import { securityHeaders } from "./headers.ts";
import { proxyEventSchema, proxyResult, readRequest } from "./request.ts";
import { type RouterDeps, router } from "./router.ts";

const plain = (status: number, body: string): Answer => ({
  status,
  body,
  headers: { "content-type": "text/plain; charset=utf-8" },
  cookies: [],
});

const unreadable = {
  405: "This service answers GET and POST only.",
  413: "What you sent is too long. Go back, shorten it and send it again.",
  415: "This service takes forms only.",
};

/** Nothing of the error: it may quote what somebody typed. */
const trouble = (error: unknown): Answer =>
  error instanceof TransientError
    ? plain(
        503,
        "Something the service needs did not answer. Go back and try again: nothing you typed is lost in your browser.",
      )
    : plain(
        500,
        "Sorry, the service failed. Go back and try again; if it fails again, ring the coordinator.",
      );

/** A Lambda handler for API Gateway: one request in, one answer out, whatever happens. */
export const webHandler = <D>(buildDeps: () => Omit<RouterDeps<D>, "note"> & { issuerOrigin: string }) => {
  let deps: ReturnType<typeof buildDeps> | undefined;
  return async (event: unknown): Promise<APIGatewayProxyResult> => {
    let always = securityHeaders("'self'");
    try {
      deps ??= buildDeps();
      always = securityHeaders(deps.issuerOrigin);
      const request = readRequest(proxyEventSchema.parse(event));
      if (typeof request === "number") return proxyResult(plain(request, unreadable[request]), always);
      const note: RouterDeps<D>["note"] = (entry) => log.info(entry.denied ? "denied" : "visited", entry);
      return proxyResult(await router({ ...deps, note })(request), always);
    } catch (error) {
      log.error("failed", describe(error));
      return proxyResult(trouble(error), always);
    }
  };
};
