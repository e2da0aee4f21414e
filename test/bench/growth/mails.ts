import { accountedMails } from "../../../functions/adapters/dynamo/accounted-mails.ts";
import { arrivals, rounds } from "../../../functions/adapters/dynamo/arrivals.ts";
import { transact } from "../../../functions/adapters/dynamo/transact.ts";
import { reconcileMail } from "../../../functions/reconcile-mail/reconcile-mail.ts";
import { counted } from "../../dynamodb/counted.ts";
import { localDynamo } from "../../dynamodb/local.ts";
import { makeTables, names } from "../../dynamodb/tables.ts";
import type { Figure } from "../figure.ts";
import { BENCH_HEAP_MB, figureOf, type Run, run } from "./measured.ts";
import { AT, accountOf, putAll } from "./rows.ts";

const STORED = 10_000;
const PAGE = 1_000;
const DUE = 300;

const idOf = (n: number): string => `mail-${String(n).padStart(8, "0")}`;

/**
 * A bucket of so many mails as the reconciler sees it, a page at a time. Of the ledger only ten thousand rows are there:
 * a run looks at no more than ten pages, so what lies beyond them costs nothing in it.
 */
const bucketOf = (all: number) => async (mailId?: string) => {
  const from = mailId === undefined ? 0 : Number(mailId.slice("mail-".length)) + 1;
  const to = Math.min(from + PAGE, all);
  return { mailIds: Array.from({ length: to - from }, (_, i) => idOf(from + i)), more: to < all };
};

export type MailRuns = { quiet: Run; listing: Run };

/** The reconciler among so many mails ever: a quiet run, one with a part of the listing, one with mails to hand over. */
export const amongMails = async (
  ever: number,
): Promise<{ figures: Record<string, Figure>; runs: MailRuns }> => {
  const { client, stop } = await localDynamo(BENCH_HEAP_MB);
  try {
    await makeTables(client);
    await putAll(
      client,
      Array.from({ length: STORED }, (_, n) => accountOf(n)),
    );
    let now = Date.parse(AT);
    const deps = {
      raw: { after: bucketOf(ever) },
      ledger: { known: accountedMails(client, names) },
      arrivals: arrivals(client, names),
      rounds: rounds(client, names),
      transact: transact(client, names),
      now: () => now,
    };
    const tables = counted(client);
    const measured = () =>
      run(
        tables,
        () => reconcileMail(deps),
        () => 0,
      );
    const listing = await measured();
    // As if the round were over, or a quiet run would go on with it.
    await deps.rounds.keep({ began: now });
    const quiet = await measured();
    for (let n = 0; n < DUE; n += 1) await deps.arrivals.note(`unannounced-${n}`, now);
    now += 900_000;
    const handing = await measured();
    const of = `${ever} mails ever`;
    return {
      figures: {
        [`reconcile-mail, ${of}, nothing to do`]: figureOf("reconcile-mail", quiet),
        [`reconcile-mail, ${of}, with its part of the day's listing`]: figureOf("reconcile-mail", listing, {
          listRequests: Math.min(10, Math.ceil(ever / PAGE)),
        }),
        [`reconcile-mail, ${of}, ${DUE} that nobody announced`]: figureOf("reconcile-mail", handing),
      },
      runs: { quiet, listing },
    };
  } finally {
    stop();
  }
};
