import type { ServerResponse } from "node:http";

const shortened = (cookie: string): string => cookie.replace(/; *expires=[^;]*/i, "");

/**
 * A browser drops cookies by its own clock, which is not the lab's: with the lab behind, they would be dead on arrival.
 * Without a date they last as long as the browser. Done as the head is written, as some are set on the way there.
 */
export const withoutDates = (response: ServerResponse): void => {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = ((...args: unknown[]) => {
    const cookies = [response.getHeader("set-cookie") ?? []].flat().map(String);
    if (cookies.length > 0) response.setHeader("set-cookie", cookies.map(shortened));
    return writeHead(...args);
  }) as typeof response.writeHead;
};
