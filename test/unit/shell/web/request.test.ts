import { describe, expect, it } from "vitest";
import { readCookies } from "../../../../functions/shell/web/cookies.ts";
import { securityHeaders } from "../../../../functions/shell/web/headers.ts";
import { type ProxyEvent, proxyResult, readRequest } from "../../../../functions/shell/web/request.ts";

const event = (changed: Partial<ProxyEvent> = {}): ProxyEvent => ({
  httpMethod: "GET",
  path: "/work",
  ...changed,
});
const form = { "Content-Type": ["application/x-www-form-urlencoded; charset=UTF-8"] };
const id = "a".repeat(43);

describe("a request as API Gateway hands it over", () => {
  it("keeps a value given twice", () => {
    const read = readRequest(
      event({ multiValueQueryStringParameters: { team: ["north", "south"], q: ["Zoë"] } }),
    );
    expect(read).toMatchObject({ method: "GET", path: "/work" });
    expect(typeof read === "number" ? "" : read.query.toString()).toBe("team=north&team=south&q=Zo%C3%AB");
  });

  it.each([false, true])("reads a form's words, base64 or not (%s)", (isBase64Encoded) => {
    const text = "note=Zo%C3%AB+%F0%9F%90%88&note=two";
    const body = isBase64Encoded ? Buffer.from(text).toString("base64") : text;
    const read = readRequest(event({ httpMethod: "POST", multiValueHeaders: form, body, isBase64Encoded }));
    expect(typeof read === "number" ? [] : read.form.getAll("note")).toEqual(["Zoë 🐈", "two"]);
  });

  it.each([
    ["another method", event({ httpMethod: "DELETE" }), 405],
    [
      "more than anybody types",
      event({ httpMethod: "POST", multiValueHeaders: form, body: "x".repeat(262_145) }),
      413,
    ],
    [
      "no form",
      event({ httpMethod: "POST", multiValueHeaders: { "content-type": ["text/plain"] }, body: "x" }),
      415,
    ],
  ])("answers %s with the status that says so", (_what, asked, status) => {
    expect(readRequest(asked)).toBe(status);
  });

  it("takes of the cookies only what could be an id of ours", () => {
    const read = readCookies(`a=${id}; b=short; c=${id}x; d="${id}"; =${id}; e`);
    expect([...read]).toEqual([
      ["a", id],
      ["", id],
    ]);
  });
});

describe("an answer", () => {
  const headers = securityHeaders("https://login.anyshire.example");

  it("lets no script run, nothing be fetched from elsewhere and no frame hold it", () => {
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none'; style-src 'self'; form-action 'self' https://login.anyshire.example; frame-ancestors 'none'; base-uri 'none'",
    );
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
    });
  });

  it("carries every cookie, and what a page says over what all say", () => {
    const answer = {
      status: 200,
      body: "x",
      headers: { "cache-control": "public" },
      cookies: ["a=1", "b=2"],
    };
    expect(proxyResult(answer, headers)).toMatchObject({
      statusCode: 200,
      multiValueHeaders: {
        "set-cookie": ["a=1", "b=2"],
        "cache-control": ["public"],
        "x-frame-options": ["DENY"],
      },
    });
  });
});
