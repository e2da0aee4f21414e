import { generateKeyPairSync, randomBytes } from "node:crypto";
import { type Configuration, interactionPolicy, Provider } from "oidc-provider";
import { trustedMarkup } from "../../functions/html/html.ts";
import { type Client, readDirectory, type User } from "./directory.ts";
import { adapterFor } from "./memory.ts";
import { messagePage, signOutPage } from "./pages.ts";

const HOUR_S = 3_600;

export const clientOf = (stateDir: string, id: unknown): Client | undefined =>
  readDirectory(stateDir).clients.find(({ clientId }) => clientId === id);

const userOf = (stateDir: string, id: string): User | undefined =>
  readDirectory(stateDir)
    .clients.flatMap(({ users }) => users)
    .find((user) => user.id === id);

/** One provider stands for every authority's: whoever is signed in for one has to sign in again for another. */
const policyFor = (stateDir: string) => {
  const policy = interactionPolicy.base();
  const ofAnother = new interactionPolicy.Check("other_authority", "sign in for this authority", (ctx) => {
    const { session, client } = ctx.oidc;
    const isOurs = clientOf(stateDir, client?.clientId)?.users.some(({ id }) => id === session?.accountId);
    return session?.accountId !== undefined && !isOurs;
  });
  policy.get("login")?.checks.add(ofAnother);
  return policy;
};

const signingKey = () => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" };
};

const configuration = (stateDir: string): Configuration => ({
  adapter: adapterFor(stateDir),
  jwks: { keys: [signingKey()] },
  cookies: { keys: [randomBytes(32).toString("hex")] },
  clientAuthMethods: ["private_key_jwt"],
  claims: { openid: ["sub"], profile: ["name", "roles", "groups"], email: ["email"] },
  // The console reads the ID token alone.
  conformIdTokenClaims: false,
  findAccount: (_ctx, id) => {
    const user = userOf(stateDir, id);
    if (!user) return undefined;
    const { name, email, claims } = user;
    return { accountId: id, claims: async () => ({ sub: id, name, email, ...claims }) };
  },
  interactions: {
    policy: policyFor(stateDir),
    url: (_ctx, { uid }) => `/interaction/${uid}`,
  },
  // Nobody is asked whether their own console may know who they are.
  loadExistingGrant: async (ctx) => {
    const { session, client, provider } = ctx.oidc;
    if (!session?.accountId || !client) return undefined;
    const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
    grant.addOIDCScope("openid profile email");
    await grant.save();
    return grant;
  },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => {
        // The provider's own form, with nothing in it that anybody sent.
        ctx.body = signOutPage(trustedMarkup(form));
      },
      postLogoutSuccessSource: (ctx) => {
        ctx.body = messagePage("You are signed out", "You can close this window.");
      },
    },
  },
  renderError: (ctx, { error }) => {
    ctx.type = "html";
    ctx.body = messagePage("The lab could not sign you in", error);
  },
  ttl: {
    AccessToken: HOUR_S,
    AuthorizationCode: 60,
    Grant: 14 * HOUR_S,
    IdToken: HOUR_S,
    Interaction: HOUR_S,
    Session: 14 * HOUR_S,
  },
});

export const makeProvider = (issuer: string, stateDir: string): Provider =>
  new Provider(issuer, configuration(stateDir));
