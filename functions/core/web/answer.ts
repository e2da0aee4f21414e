/** What a page answers, before the headers that every answer gets. */
export type Answer = {
  status: number;
  body: string;
  headers: Readonly<Record<string, string>>;
  /** Whole `Set-Cookie` values. */
  cookies: readonly string[];
  /** Another page of ours in place of this answer, with what had been typed in it. */
  instead?: { path: string; typed: URLSearchParams };
};

export const shown = (body: string, status = 200): Answer => ({
  status,
  body,
  headers: { "content-type": "text/html; charset=utf-8" },
  cookies: [],
});

/** After a POST: the browser gets the page anew, and its back button repeats nothing. */
export const seeOther = (to: string, cookies: readonly string[] = []): Answer => ({
  status: 303,
  body: "",
  headers: { location: to },
  cookies,
});

/** A form again, with what was typed in it: nothing typed is lost, and nothing is done by itself. */
export const refilled = (path: string, typed: URLSearchParams): Answer => ({
  ...seeOther(path),
  instead: { path, typed },
});

/** A file for keeping, such as a list or a booking. */
export const download = (filename: string, contentType: string, body: string): Answer => ({
  status: 200,
  body,
  headers: {
    "content-type": contentType,
    "content-disposition": `attachment; filename="${filename.replaceAll(/[^\w.-]/g, "-")}"`,
  },
  cookies: [],
});

/** A path of ours to go on to, whatever was asked for: nothing that a browser would take for another host's. */
export const ownPath = (asked: string | null | undefined, otherwise = "/work"): string =>
  asked && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(asked) ? asked : otherwise;
