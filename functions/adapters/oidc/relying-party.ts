import * as oidc from "openid-client";
import type { RelyingParty } from "../../core/ports/relying-party.ts";
import type { Instant } from "../../domain/calendar/instant.ts";
import type { SignIn } from "../../domain/console/sign-in.ts";
import { fail, ok } from "../../domain/result.ts";
import { translated } from "../vendor-errors.ts";

export type RelyingPartyOptions = {
  signIn: Pick<SignIn, "issuer" | "clientId">;
  /** Where the console lies, without a slash at its end. */
  consoleUrl: string;
  auth: oidc.ClientAuth;
  now: () => Instant;
  /** Node's own, unless a test answers for the provider. */
  fetch?: oidc.CustomFetch;
};

/** Names of openid-client's refusals and of the provider's, never their text: that may quote a token. */
const nameOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return "unknown";
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.name;
};

/** No answer at all is worth another attempt; an answer that proves nothing is not. */
const isOutage = (cause: unknown): boolean =>
  cause instanceof TypeError || (cause instanceof Error && cause.name === "TimeoutError");

/** The code flow with PKCE, and each ID token's signature checked, though it comes over TLS from the provider itself. */
export const relyingParty = (options: RelyingPartyOptions): RelyingParty => {
  const { signIn, consoleUrl, auth, now } = options;
  const by = options.fetch ? { [oidc.customFetch]: options.fetch } : {};
  let provider: Promise<oidc.ServerMetadata> | undefined;
  let keys: oidc.ExportedJWKSCache | undefined;
  const discover = async (): Promise<oidc.ServerMetadata> => {
    const found = await oidc.discovery(new URL(signIn.issuer), signIn.clientId, undefined, auth, by);
    return found.serverMetadata();
  };
  const configured = async (): Promise<oidc.Configuration> => {
    provider ??= discover();
    try {
      const skew = Math.round((now() - Date.now()) / 1000);
      const config = new oidc.Configuration(
        await provider,
        signIn.clientId,
        { [oidc.clockSkew]: skew, [oidc.clockTolerance]: 30 },
        auth,
      );
      oidc.enableNonRepudiationChecks(config);
      if (options.fetch) config[oidc.customFetch] = options.fetch;
      if (keys) oidc.setJwksCache(config, keys);
      return config;
    } catch (cause) {
      provider = undefined;
      throw translated("finding the sign-in provider", cause);
    }
  };
  return {
    begin: async () => {
      const config = await configured();
      const state = oidc.randomState();
      const nonce = oidc.randomNonce();
      const verifier = oidc.randomPKCECodeVerifier();
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: `${consoleUrl}/signed-in`,
        scope: "openid profile email",
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        state,
        nonce,
      });
      return { url: url.href, state, nonce, verifier };
    },
    finish: async (query, { state, nonce, verifier }) => {
      const config = await configured();
      try {
        // By our own address, whatever host the browser named.
        const tokens = await oidc.authorizationCodeGrant(
          config,
          new URL(`${consoleUrl}/signed-in?${query}`),
          {
            expectedState: state,
            expectedNonce: nonce,
            pkceCodeVerifier: verifier,
          },
        );
        keys = oidc.getJwksCache(config);
        return ok({ ...tokens.claims() });
      } catch (cause) {
        if (isOutage(cause)) throw translated("asking the sign-in provider", cause);
        return fail(nameOf(cause));
      }
    },
    signOutUrl: async () => {
      const config = await configured();
      if (!config.serverMetadata().end_session_endpoint) return undefined;
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: `${consoleUrl}/signed-out` }).href;
    },
  };
};
