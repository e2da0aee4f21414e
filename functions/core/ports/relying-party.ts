import type { Claims } from "../../domain/console/sign-in.ts";
import type { Result } from "../../domain/result.ts";

export type Begun = { url: string; state: string; nonce: string; verifier: string };
export type Expected = Pick<Begun, "state" | "nonce" | "verifier">;

/** The console towards the provider that says who a person is. */
export type RelyingParty = {
  /** A sign-in of its own each time, and the address to send the browser to. */
  begin: () => Promise<Begun>;
  /** What the provider says of the person; or why its answer proves nothing, in a word or two for the log. */
  finish: (query: URLSearchParams, expected: Expected) => Promise<Result<Claims, string>>;
  /** Where a browser ends its session with the provider; undefined where the provider knows no such thing. */
  signOutUrl: () => Promise<string | undefined>;
};
