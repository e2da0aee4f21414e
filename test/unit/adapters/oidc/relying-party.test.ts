import { constants, sign } from "node:crypto";
import { KMSClient, SignCommand } from "@aws-sdk/client-kms";
import { mockClient } from "aws-sdk-client-mock";
import { describe, expect, it } from "vitest";
import { kmsAssertion } from "../../../../functions/adapters/oidc/kms-assertion.ts";
import { relyingParty } from "../../../../functions/adapters/oidc/relying-party.ts";
import { TransientError } from "../../../../functions/domain/errors.ts";
import {
  aProvider,
  clientId,
  consoleKey,
  isSignedByConsole,
  issuer,
  type Token,
} from "../../../fakes/provider.ts";

/** The lab's clock may stand anywhere; a token is judged by it, not by the machine's. */
const NOW = Date.parse("2027-03-29T08:00:00Z");
const SECOND = 1_000;

const aKms = () => {
  const client = new KMSClient({ region: "eu-west-2" });
  mockClient(client)
    .on(SignCommand)
    .callsFake(({ Message }: { Message: Uint8Array }) => ({
      Signature: sign("sha256", Message, {
        key: consoleKey.privateKey,
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: 32,
      }),
    }));
  return client;
};

const aConsole = (now: () => number = () => NOW) => {
  const provider = aProvider(() => NOW);
  const auth = kmsAssertion(aKms(), { keyId: "key-1", clientId, certificate: "thumb" }, now);
  const party = relyingParty({
    signIn: { issuer, clientId },
    consoleUrl: "https://console.anyshire.example",
    auth,
    now,
    fetch: provider.fetch,
  });
  return { provider, party };
};

const signIn = async (token: Token, { provider, party } = aConsole()) => {
  const begun = await party.begin();
  provider.answers.token = token;
  return party.finish(provider.authorise(begun.url), begun);
};

describe("signing in with the provider", () => {
  it("sends the browser there with PKCE, and an address of ours to come back to", async () => {
    const { url, state, nonce } = await aConsole().party.begin();
    const { origin, searchParams } = new URL(url);
    expect(origin).toBe(issuer);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: "code",
      client_id: clientId,
      redirect_uri: "https://console.anyshire.example/signed-in",
      code_challenge_method: "S256",
      state,
      nonce,
    });
  });

  it("begins each sign-in with a state, nonce and verifier of its own", async () => {
    const { party } = aConsole();
    const [one, other] = [await party.begin(), await party.begin()];
    for (const part of ["state", "nonce", "verifier"] as const) expect(one[part]).not.toBe(other[part]);
  });

  it("takes what a genuine token says", async () => {
    expect(await signIn({})).toMatchObject({ ok: true, value: { sub: "subject-1", name: "Jo Worker" } });
  });

  it("proves the console to the provider by a signature that KMS made, and by no secret", async () => {
    const console = aConsole();
    await signIn({}, console);
    const [form] = console.provider.answers.asked;
    const assertion = form?.get("client_assertion") ?? "";
    expect(isSignedByConsole(assertion)).toBe(true);
    const [header, claims] = assertion.split(".").map((part) => Buffer.from(part, "base64url").toString());
    expect(JSON.parse(header ?? "")).toEqual({ alg: "PS256", typ: "JWT", "x5t#S256": "thumb" });
    expect(JSON.parse(claims ?? "")).toMatchObject({
      iss: clientId,
      sub: clientId,
      aud: issuer,
      exp: NOW / 1000 + 60,
    });
    expect(form?.has("client_secret")).toBe(false);
  });

  const inThePast = NOW / 1000 - 3_600;
  const refused: [string, Token][] = [
    ["from another issuer", { claims: { iss: "https://login.othershire.example" } }],
    ["for another authority's console", { claims: { aud: "safe-return-othershire" } }],
    ["for several, without saying who asked", { claims: { aud: [clientId, "safe-return-othershire"] } }],
    ["with another sign-in's nonce", { claims: { nonce: "another" } }],
    ["without a nonce", { claims: { nonce: undefined } }],
    ["that has expired", { claims: { iat: inThePast, exp: inThePast + 300 } }],
    ["not yet issued", { claims: { nbf: NOW / 1000 + 3_600 } }],
    ["without a subject", { claims: { sub: undefined } }],
    ["signed with alg=none", { header: { alg: "none" }, unsigned: true }],
    ["with its signature cut off", { unsigned: true }],
    ["signed by another key", { forged: true }],
    ["signed by a key the provider does not list", { header: { kid: "unknown" } }],
    ["signed with a shared secret", { header: { alg: "HS256" } }],
  ];

  it.each(refused)("refuses a token %s", async (_what, token) => {
    const finished = await signIn(token);
    expect(finished.ok).toBe(false);
    expect(JSON.stringify(finished)).not.toMatch(/Jo Worker|anyshire\.example|eyJ/);
  });

  it.each([
    ["just before a token expires, and half a minute on for clocks that differ", 329 * SECOND, true],
    ["after", 331 * SECOND, false],
  ])("measures a token's age on the clock it is given: %s", async (_when, later, taken) => {
    let now = NOW;
    const console = aConsole(() => now);
    const begun = await console.party.begin();
    const query = console.provider.authorise(begun.url);
    now += later;
    expect((await console.party.finish(query, begun)).ok).toBe(taken);
  });

  it.each([
    ["another state", { state: "another" }],
    ["another provider's name", { iss: "https://login.othershire.example" }],
    ["an error", { error: "access_denied" }],
  ])("refuses an answer with %s", async (_what, changed) => {
    const { provider, party } = aConsole();
    const begun = await party.begin();
    const query = provider.authorise(begun.url);
    for (const [name, value] of Object.entries(changed)) query.set(name, value);
    expect((await party.finish(query, begun)).ok).toBe(false);
  });

  it("refuses a code that another browser's sign-in brought", async () => {
    const { provider, party } = aConsole();
    const [mine, theirs] = [await party.begin(), await party.begin()];
    const query = provider.authorise(theirs.url);
    query.set("state", mine.state);
    expect(await party.finish(query, mine)).toMatchObject({ ok: false });
  });

  it("says that a provider which does not answer is worth another attempt", async () => {
    const down = async () => {
      throw new TypeError("fetch failed");
    };
    const party = relyingParty({
      signIn: { issuer, clientId },
      consoleUrl: "https://console.anyshire.example",
      auth: () => {},
      now: () => NOW,
      fetch: down,
    });
    await expect(party.begin()).rejects.toBeInstanceOf(TransientError);
  });

  it("ends the session with the provider too", async () => {
    const url = new URL((await aConsole().party.signOutUrl()) ?? "");
    expect(url.origin + url.pathname).toBe(`${issuer}/end`);
    expect(url.searchParams.get("post_logout_redirect_uri")).toBe(
      "https://console.anyshire.example/signed-out",
    );
  });
});
