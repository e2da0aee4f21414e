import { type Arrivals, GRACE_MS, isMail } from "../core/ports/raw-mails.ts";
import type { Instant } from "../domain/calendar/instant.ts";

export type NoteDeps = { arrivals: Pick<Arrivals, "note">; now: () => Instant };

/**
 * S3's own word that a mail is there, on a way of its own beside SES's receipt: from now on the mail has a row, which its
 * account takes the place of. One that is announced first has its account already, and nothing is noted.
 */
export const noteArrival = async (key: string, deps: NoteDeps): Promise<"noted" | "known" | "no-mail"> => {
  const mailId = key.slice(key.indexOf("/") + 1);
  return isMail(mailId) ? deps.arrivals.note(mailId, deps.now() + GRACE_MS) : "no-mail";
};
