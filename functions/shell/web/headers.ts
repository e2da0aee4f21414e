/**
 * No script, nothing from elsewhere, in no frame. Chrome holds `form-action` against redirects too, so a form that ends
 * at the provider (sign-out, or a session that has ended) needs its origin here.
 */
const policy = (issuer: string): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    `form-action 'self' ${issuer}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");

/** What every answer carries; a page's own come after and may only add, or say how long a file may be kept. */
export const securityHeaders = (issuer: string): Record<string, string> => ({
  "content-security-policy": policy(issuer),
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
  "cache-control": "no-store",
});
