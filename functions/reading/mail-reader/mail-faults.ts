import type { Parsed } from "./parse-mail.ts";

const encryptedBody = /-----BEGIN PGP MESSAGE-----/;

const isEncrypted = ({ envelope, text, html }: Parsed): boolean =>
  envelope.contentType === "multipart/encrypted" || encryptedBody.test(text) || encryptedBody.test(html);

const isUnclosed = (bytes: Buffer, boundary: string | undefined): boolean =>
  boundary !== undefined && bytes.lastIndexOf(`--${boundary}--`) < 0;

type Found = { holdsNothing: boolean; isTooLarge: boolean; turnsLetters: boolean };

/** What stands against the form of a mail, as reason codes. */
export const mailFaults = (
  bytes: Buffer,
  parsed: Parsed,
  { holdsNothing, isTooLarge, turnsLetters }: Found,
): string[] => {
  const { fault, envelope, partFaults } = parsed;
  const isMalformed =
    (bytes.length > 0 && !envelope.looksLikeMail) || isUnclosed(bytes, envelope.boundary) || turnsLetters;
  return [
    ...(fault ? [fault] : []),
    ...(isTooLarge ? ["too-large"] : []),
    ...(holdsNothing && !isTooLarge && !fault ? ["empty"] : []),
    ...(isMalformed ? ["malformed"] : []),
    ...(isEncrypted(parsed) ? ["encrypted"] : []),
    ...(envelope.subjects > 1 ? ["conflicting-values:subject"] : []),
    ...partFaults,
  ];
};
