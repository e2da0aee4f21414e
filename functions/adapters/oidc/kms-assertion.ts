import { randomUUID } from "node:crypto";
import { type KMSClient, SignCommand } from "@aws-sdk/client-kms";
import type { ClientAuth } from "openid-client";
import type { Instant } from "../../domain/calendar/instant.ts";
import { inOurWords } from "../vendor-errors.ts";

const LASTS_S = 60;
const TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");

export type Signing = {
  keyId: string;
  clientId: string;
  /** SHA-256 of the certificate over the key, where the provider knows the key by one. */
  certificate?: string | undefined;
};

/** Proves who the client is by a signature that only KMS can make (RFC 7523): there is no secret to keep or to lose. */
export const kmsAssertion =
  (client: KMSClient, { keyId, clientId, certificate }: Signing, now: () => Instant): ClientAuth =>
  async (provider, _client, body) => {
    const iat = Math.floor(now() / 1000);
    const header = { alg: "PS256", typ: "JWT", ...(certificate ? { "x5t#S256": certificate } : {}) };
    const claims = {
      iss: clientId,
      sub: clientId,
      aud: provider.issuer,
      jti: randomUUID(),
      iat,
      nbf: iat,
      exp: iat + LASTS_S,
    };
    const signed = `${encoded(header)}.${encoded(claims)}`;
    const command = new SignCommand({
      KeyId: keyId,
      Message: Buffer.from(signed),
      MessageType: "RAW",
      SigningAlgorithm: "RSASSA_PSS_SHA_256",
    });
    const { Signature } = await inOurWords("signing for sign-in", () => client.send(command));
    body.set("client_id", clientId);
    body.set("client_assertion_type", TYPE);
    body.set("client_assertion", `${signed}.${Buffer.from(Signature ?? []).toString("base64url")}`);
  };
