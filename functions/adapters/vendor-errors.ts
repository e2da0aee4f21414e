import { PermanentError, TransientError } from "../domain/errors.ts";

const nameOf = (cause: unknown): string => (cause instanceof Error ? cause.name : "unknown");

/** A vendor's failure in our words, at once: the name decides whether anybody tries again. No message is quoted. */
export const translated = (doing: string, cause: unknown): Error => {
  const name = nameOf(cause);
  const permanent = /Validation|AccessDenied|ResourceNotFound|MessageRejected|MailFromDomainNotVerified/.test(
    name,
  );
  return permanent
    ? new PermanentError(`${doing}: ${name}`, { cause })
    : new TransientError(`${doing}: ${name}`, { cause });
};

/** One call to a vendor, whose failure leaves it in our words. */
export const inOurWords = async <T>(doing: string, call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (cause) {
    throw translated(doing, cause);
  }
};
