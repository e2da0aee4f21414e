import { createHash } from "node:crypto";
import type { Letter } from "../../domain/letters/letter.ts";

/** 256 random bits, as base64url. */
const TOKEN = /^[\w-]{43}$/;

/** What is kept of a link's token: whoever reads the table can follow none. Undefined of what is no token. */
export const linkOf = (token: string): string | undefined =>
  TOKEN.test(token) ? createHash("sha256").update(token).digest("base64url") : undefined;

/** Opens a page, on which somebody has to press a button: mail scanners follow links. */
export const withLink = (letter: Letter, token: string, consoleUrl: string): Letter => ({
  ...letter,
  paragraphs: [
    ...letter.paragraphs,
    {
      heading: "Please confirm that you have it",
      lines: [
        `If this report came to you to act on, confirm that it arrived: ${consoleUrl}/ack/${token}`,
        "You need no account. The link opens nothing of the report.",
      ],
    },
  ],
});
