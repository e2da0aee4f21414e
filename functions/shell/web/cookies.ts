/** `__Host-`: over HTTPS only, from this host only, for every path. Cookies ignore ports, so the authority is in the name. */
export const cookieName = (authority: string, of: "session" | "sign-in"): string =>
  `__Host-safe-return-${authority}-${of}`;

/** Without an age: it goes with the browser, whose clock is nobody's business. How old a session is, its row says. */
export const setCookie = (name: string, value: string): string =>
  `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax`;

export const clearCookie = (name: string): string => `${setCookie(name, "")}; Max-Age=0`;

/** Ids are 256 random bits in base64url: anything else is none of ours. */
const ID = /^[A-Za-z0-9_-]{43}$/;

export const readCookies = (header: string | undefined): ReadonlyMap<string, string> =>
  new Map(
    (header ?? "").split(";").flatMap((pair) => {
      const [name = "", value = ""] = pair.trim().split("=", 2);
      return ID.test(value) ? [[name, value] as const] : [];
    }),
  );
