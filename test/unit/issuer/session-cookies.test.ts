import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { withoutDates } from "../../../localstack/issuer/session-cookies.ts";

const cookiesOf = async (set: (response: ServerResponse) => void): Promise<string[]> => {
  const server = createServer((_request, response) => {
    withoutDates(response);
    set(response);
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}`);
  server.close();
  return answer.headers.getSetCookie();
};

const dated = "_session=abc; path=/; expires=Sat, 14 Nov 2026 09:00:00 GMT; secure; httponly";
const bare = "_session=abc; path=/; secure; httponly";

describe("a cookie of the lab's sign-in", () => {
  it.each([
    ["one", dated, [bare]],
    ["several", [dated, "_legacy=x; Expires=Sat, 14 Nov 2026 09:00:00 GMT"], [bare, "_legacy=x"]],
    ["one that has no date", bare, [bare]],
  ])("outlives the lab's clock, which is not the browser's: %s", async (_which, cookie, expected) => {
    expect(await cookiesOf((response) => response.setHeader("set-cookie", cookie))).toEqual(expected);
  });

  it("is none where none was set", async () => {
    expect(await cookiesOf((response) => response.setHeader("x", "y"))).toEqual([]);
  });
});
