import type { Instant } from "../../domain/calendar/instant.ts";
import type { Session } from "../ports/sessions.ts";

export type Method = "GET" | "POST";

/** What a browser asks for. */
export type Visit = {
  method: Method;
  /** Without stage, query or host. */
  path: string;
  /** What the route's path names with a colon. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** Of a POST: what was sent. */
  form: URLSearchParams;
  /** What was typed before and is to be shown again: a form that was refused, or one whose session had ended. */
  typed?: URLSearchParams;
  cookies: ReadonlyMap<string, string>;
  now: Instant;
};

/** The same by somebody signed in. */
export type StaffVisit = Visit & { session: Session };
