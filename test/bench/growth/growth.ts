import type { Figure } from "../figure.ts";
import { progress } from "../progress.ts";
import { bill, prices } from "./bill.ts";
import { ofAChild } from "./child.ts";
import { amongMails } from "./mails.ts";
import { amongOpen } from "./open.ts";

/** What each function takes as an authority grows, and what that costs: no run may take half of its time. */
export const benchGrowth = async (): Promise<Record<string, unknown>> => {
  const figures: Record<string, Figure> = {};
  const take = <T extends { figures: Record<string, Figure> }>(measured: T): T => {
    Object.assign(figures, measured.figures);
    for (const [name, { value, limit }] of Object.entries(measured.figures))
      progress(`  ${name}: ${value} of ${limit} s`);
    return measured;
  };
  progress("  100, 1,000 and 10,000 open episodes…");
  const small = take(await amongOpen(100));
  take(await amongOpen(1_000));
  progress("  …the last takes a minute…");
  take(await amongOpen(10_000));
  progress("  10,000 and 1,000,000 mails ever…");
  const mails = take(await amongMails(10_000));
  take(await amongMails(1_000_000));
  progress("  A child with 5, 30 and 150 episodes…");
  const child = take(await ofAChild(5));
  take(await ofAChild(30));
  take(await ofAChild(150));
  const measured = { runs: small.runs, mailRuns: mails.runs, ingest: child.newest };
  return {
    ...figures,
    "3,000 episodes a year": bill(3_000, 10, measured),
    "8,000 episodes a year": bill(8_000, 25, measured),
    prices,
  };
};
