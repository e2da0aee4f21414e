import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { certificateFile } from "../host/paths.ts";
import { followLab, takeOverDate } from "./clock.ts";
import { signInPage } from "./pages.ts";
import { clientOf, makeProvider } from "./provider.ts";
import { withoutDates } from "./session-cookies.ts";

const { values } = parseArgs({
  options: { port: { type: "string" }, state: { type: "string" }, endpoint: { type: "string" } },
});
const { port = "", state: stateDir = "", endpoint = "" } = values;

takeOverDate();
await followLab(endpoint);
const issuer = `https://localhost:${port}`;
const provider = makeProvider(issuer, stateDir);
const rest = provider.callback();

const html = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  response.end(body);
};

/** Who are you? And then: on with it. */
const interact = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { params, uid } = await provider.interactionDetails(request, response);
  const client = clientOf(stateDir, params.client_id);
  if (!client) return html(response, 400, "This lab knows no such console.");
  if (request.method !== "POST") return html(response, 200, signInPage(client, `/interaction/${uid}`));
  const chosen = new URLSearchParams(await text(request)).get("user");
  const user = client.users.find(({ id }) => id === chosen);
  if (!user) return html(response, 400, "There is nobody of that name.");
  await provider.interactionFinished(request, response, { login: { accountId: user.id } });
};

const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  await followLab(endpoint);
  withoutDates(response);
  if (request.url?.startsWith("/interaction/")) await interact(request, response);
  else await rest(request, response);
};

const pem = readFileSync(certificateFile(stateDir));
createServer({ key: pem, cert: pem }, (request, response) => {
  serve(request, response).catch((error: unknown) => {
    console.error(error);
    if (response.headersSent) response.end();
    else html(response, 500, "The lab's sign-in failed: go back and try again.");
  });
}).listen(Number(port), "127.0.0.1");
