import { constants, createHash, generateKeyPairSync, randomUUID, sign, verify } from "node:crypto";
import type { Instant } from "../../functions/domain/calendar/instant.ts";

const pair = () => generateKeyPairSync("rsa", { modulusLength: 2048 });
const [own, foreign] = [pair(), pair()];
const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");

export const issuer = "https://login.anyshire.example";
export const clientId = "safe-return-anyshire";
/** The console's own key, as KMS would hold it. */
export const consoleKey = pair();

export type Token = {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  /** Signed by a key that is not the provider's. */
  forged?: boolean;
  /** The last part left empty, as `alg: none` has it. */
  unsigned?: boolean;
};

/** An OpenID Connect provider that answers in place of the network; `token` says what it will say next. */
export const aProvider = (now: () => Instant) => {
  const answers = { token: {} as Token, nonce: "", challenge: "", asked: [] as URLSearchParams[] };
  const idToken = ({ claims, header, forged, unsigned }: Token): string => {
    const at = Math.floor(now() / 1000);
    const said = {
      iss: issuer,
      aud: clientId,
      sub: "subject-1",
      iat: at,
      exp: at + 300,
      nonce: answers.nonce,
      name: "Jo Worker",
      email: "jo.worker@anyshire.example",
      roles: ["SafeReturn.Coordinator"],
      ...claims,
    };
    const signed = `${encoded({ alg: "RS256", kid: "own", ...header })}.${encoded(said)}`;
    if (unsigned) return `${signed}.`;
    const key = (forged ? foreign : own).privateKey;
    return `${signed}.${sign("sha256", Buffer.from(signed), key).toString("base64url")}`;
  };
  const json = (body: object, status = 200) => Response.json(body, { status });
  const token = (form: URLSearchParams): Response => {
    answers.asked.push(form);
    const verifier = form.get("code_verifier") ?? "";
    if (createHash("sha256").update(verifier).digest("base64url") !== answers.challenge)
      return json({ error: "invalid_grant" }, 400);
    return json({ access_token: "opaque", token_type: "Bearer", id_token: idToken(answers.token) });
  };
  const fetch = async (url: string, { body }: { body?: unknown }): Promise<Response> => {
    const { pathname } = new URL(url);
    if (pathname === "/.well-known/openid-configuration")
      return json({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        end_session_endpoint: `${issuer}/end`,
        id_token_signing_alg_values_supported: ["RS256"],
        code_challenge_methods_supported: ["S256"],
      });
    if (pathname === "/jwks")
      return json({
        keys: [{ ...own.publicKey.export({ format: "jwk" }), kid: "own", use: "sig", alg: "RS256" }],
      });
    return token(new URLSearchParams(String(body)));
  };
  /** The browser at the provider: what it was sent with, and the query that it comes back with. */
  const authorise = (url: string): URLSearchParams => {
    const { searchParams } = new URL(url);
    answers.nonce = searchParams.get("nonce") ?? "";
    answers.challenge = searchParams.get("code_challenge") ?? "";
    return new URLSearchParams({ code: randomUUID(), state: searchParams.get("state") ?? "", iss: issuer });
  };
  return { answers, fetch, authorise };
};

/** Whether a client assertion was signed by the console's key with PS256. */
export const isSignedByConsole = (assertion: string): boolean => {
  const [header = "", claims = "", signature = ""] = assertion.split(".");
  return verify(
    "sha256",
    Buffer.from(`${header}.${claims}`),
    { key: consoleKey.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
    Buffer.from(signature, "base64url"),
  );
};
