import { timingSafeEqual } from "node:crypto";
import type { Session } from "../../core/ports/sessions.ts";

/** The name of the field that every form carries. */
export const CSRF_FIELD = "csrf";

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** A browser always says where a POST comes from; one that hides it, or comes from elsewhere, is none of our forms. */
export const isFromUs = (origin: string | undefined, ours: string): boolean => origin === ours;

export const hasToken = (form: URLSearchParams, { csrf }: Pick<Session, "csrf">): boolean =>
  same(Buffer.from(form.get(CSRF_FIELD) ?? "").toString("base64"), Buffer.from(csrf).toString("base64"));
