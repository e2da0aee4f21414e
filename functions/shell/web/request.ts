import type { APIGatewayProxyResult } from "aws-lambda";
import * as z from "zod";
import type { Answer } from "../../core/web/answer.ts";
import type { Method } from "../../core/web/visit.ts";
import { readCookies } from "./cookies.ts";

/** Of API Gateway's event what we use. Its times are not the function's and its protocol not the browser's: neither is read. */
export const proxyEventSchema = z.object({
  httpMethod: z.string(),
  path: z.string(),
  multiValueHeaders: z.record(z.string(), z.array(z.string())).nullish(),
  multiValueQueryStringParameters: z.record(z.string(), z.array(z.string())).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});
export type ProxyEvent = z.infer<typeof proxyEventSchema>;

export type WebRequest = {
  method: Method;
  path: string;
  query: URLSearchParams;
  form: URLSearchParams;
  cookies: ReadonlyMap<string, string>;
  origin: string | undefined;
};

/** Longer than any interview that somebody types by hand. */
const MOST_BYTES = 256 * 1024;

export type Unreadable = 405 | 413 | 415;

const pairs = (values: ProxyEvent["multiValueQueryStringParameters"]): URLSearchParams =>
  new URLSearchParams(
    Object.entries(values ?? {}).flatMap(([name, all]) =>
      all.map((value): [string, string] => [name, value]),
    ),
  );

const methodOf = (name: string): Method | undefined =>
  name === "GET" || name === "HEAD" ? "GET" : name === "POST" ? "POST" : undefined;

/** What was asked for, or the status that says why it can't be read. */
export const readRequest = (event: ProxyEvent): WebRequest | Unreadable => {
  const headers = new Map(
    Object.entries(event.multiValueHeaders ?? {}).map(([name, values]) => [name.toLowerCase(), values]),
  );
  const header = (name: string): string | undefined => headers.get(name)?.join("; ");
  const method = methodOf(event.httpMethod);
  if (method === undefined) return 405;
  const bytes = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  if (bytes.length > MOST_BYTES) return 413;
  const isForm = header("content-type")?.startsWith("application/x-www-form-urlencoded") ?? false;
  if (method === "POST" && bytes.length > 0 && !isForm) return 415;
  return {
    method,
    path: event.path,
    query: pairs(event.multiValueQueryStringParameters),
    form: new URLSearchParams(method === "POST" ? bytes.toString("utf8") : ""),
    cookies: readCookies(header("cookie")),
    origin: header("origin"),
  };
};

/** A header is one line of printable ASCII, whatever stood in the address that it repeats. */
const oneLine = (value: string): string =>
  value.toWellFormed().replaceAll(/[^\x20-\x7e]/gu, (character) => encodeURIComponent(character));

export const proxyResult = (answer: Answer, always: Record<string, string>): APIGatewayProxyResult => {
  const headers = { ...always, ...answer.headers };
  return {
    statusCode: answer.status,
    multiValueHeaders: {
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [oneLine(value)]])),
      ...(answer.cookies.length > 0 ? { "set-cookie": [...answer.cookies] } : {}),
    },
    body: answer.body,
  };
};
