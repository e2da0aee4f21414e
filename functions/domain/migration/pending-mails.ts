import { amountInWords } from "../calendar/deadline.ts";
import { inWords } from "../calendar/instant.ts";
import type { Context } from "../condition/context.ts";
import type { Duty } from "../duty/duty.ts";
import { reachedBy } from "../duty/recipients.ts";
import { isListed } from "../duty/rungs.ts";
import type { Rung } from "../profile/rule.ts";

const repeats = (rung: Rung): string => {
  if (!rung.every) return "";
  return isListed(rung) ? ", then in the morning list" : `, then every ${amountInWords(rung.every)}`;
};

type PendingMail = { says: string; addresses: readonly string[] };

/** The mails of a duty that are still to go: in words without an address, and whom they reach, to compare. */
export const pendingMails = ({ rule, rungs }: Duty, context: Context): PendingMail[] =>
  rungs
    .filter((r) => !r.fired)
    .map(({ id, at, rung }) => {
      const to = reachedBy([rung], rule, { ...context, now: Math.max(at, context.now) });
      const when = at <= context.now ? "at once" : inWords(at);
      const again = repeats(rung);
      return {
        says: `${id} ${when}${again} to ${to.map(({ name }) => name).join(" and ")}`,
        addresses: to.flatMap(({ addresses }) => addresses),
      };
    });
