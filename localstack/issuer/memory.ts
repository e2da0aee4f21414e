import type { Adapter, AdapterPayload } from "oidc-provider";
import { readDirectory } from "./directory.ts";

const rows = new Map<string, AdapterPayload>();

/** What the provider keeps, for as long as it runs. Whether a row has expired it sees for itself, on the lab's clock. */
const memory = (model: string): Adapter => {
  const key = (id: string): string => `${model}:${id}`;
  const by = (name: "uid" | "userCode", value: string) =>
    [...rows].find(([id, row]) => id.startsWith(`${model}:`) && row[name] === value)?.[1];
  return {
    upsert: async (id, payload) => void rows.set(key(id), payload),
    find: async (id) => rows.get(key(id)),
    findByUid: async (uid) => by("uid", uid),
    findByUserCode: async (code) => by("userCode", code),
    consume: async (id) => {
      const row = rows.get(key(id));
      if (row) row.consumed = Math.floor(Date.now() / 1000);
    },
    destroy: async (id) => void rows.delete(key(id)),
    revokeByGrantId: async (grantId) => {
      for (const [id, row] of rows) if (row.grantId === grantId) rows.delete(id);
    },
  };
};

/** Clients are those of the directory as it stands: known by their consoles' keys, and by no secret. */
const clients = (stateDir: string): Adapter => ({
  ...memory("Client"),
  find: async (id) => {
    const client = readDirectory(stateDir).clients.find(({ clientId }) => clientId === id);
    if (!client) return undefined;
    return {
      client_id: client.clientId,
      client_name: client.name,
      redirect_uris: [`${client.consoleUrl}/signed-in`],
      post_logout_redirect_uris: [`${client.consoleUrl}/signed-out`],
      response_types: ["code"],
      grant_types: ["authorization_code"],
      token_endpoint_auth_method: "private_key_jwt",
      token_endpoint_auth_signing_alg: "PS256",
      jwks: { keys: [client.key] },
    };
  },
});

export const adapterFor =
  (stateDir: string) =>
  (model: string): Adapter =>
    model === "Client" ? clients(stateDir) : memory(model);
