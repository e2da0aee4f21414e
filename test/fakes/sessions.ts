import type { Parked, PendingSignIn, Session, Sessions } from "../../functions/core/ports/sessions.ts";
import { holdsTheSame } from "../../functions/domain/console/sign-in.ts";

/** Sessions in memory, as text: what does not survive being stored does not survive here. */
export const aSessionStore = () => {
  const rows = new Map<string, string>();
  const get = <T>(key: string): T | undefined => {
    const row = rows.get(key);
    return row === undefined ? undefined : (JSON.parse(row) as T);
  };
  const put = async (key: string, value: unknown) => void rows.set(key, JSON.stringify(value));
  const store: Sessions = {
    open: (id, session) => put(`session#${id}`, session),
    seen: async (id, session) => {
      const isThere = rows.has(`session#${id}`);
      if (isThere) await put(`session#${id}`, session);
      return isThere;
    },
    find: async (id) => get<Session>(`session#${id}`),
    end: async (id) => void rows.delete(`session#${id}`),
    endAllOf: async (subject) => {
      for (const key of rows.keys())
        if (key.startsWith("session#") && get<Session>(key)?.staff.subject === subject) rows.delete(key);
    },
    endOutdated: async (staff) => {
      for (const key of rows.keys()) {
        const session = key.startsWith("session#") ? get<Session>(key) : undefined;
        if (session?.staff.subject === staff.subject && !holdsTheSame(session.staff, staff)) rows.delete(key);
      }
    },
    keepSignIn: (state, pending) => put(`sign-in#${state}`, pending),
    takeSignIn: async (state) => {
      const pending = get<PendingSignIn>(`sign-in#${state}`);
      rows.delete(`sign-in#${state}`);
      return pending;
    },
    park: (id, parked) => put(`parked#${id}`, parked),
    parked: async (id) => get<Parked>(`parked#${id}`),
  };
  return { store, rows };
};
