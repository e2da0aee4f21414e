import { type FunctionName, functionCatalogue } from "../../../infra/functions.ts";
import { resources } from "../../infra/template.ts";
import { atMost, type Figure, rounded } from "../figure.ts";
import type { MailRuns } from "./mails.ts";
import { type Run, secondsOf } from "./measured.ts";
import type { Runs } from "./open.ts";

/** Dollars in eu-west-2 without tax and without any free tier, as known in November 2026: an account's own bill decides. */
export const prices = {
  readUnit: 0.1485e-6,
  writeUnit: 0.7423e-6,
  tableGigabyteMonth: 0.297,
  backupGigabyteMonth: 0.2376,
  lambdaGigabyteSecond: 0.0000133334,
  lambdaRequest: 0.2e-6,
  transition: 0.025e-3,
  mailSent: 0.1e-3,
  mailReceived: 0.1e-3,
  s3Put: 0.0053e-3,
  s3List: 0.0053e-3,
  s3GigabyteMonth: 0.024,
  queueRequest: 0.4e-6,
  event: 1e-6,
  keyMonth: 1,
  keyRequest: 0.03e-4,
  alarmMonth: 0.1,
  metricMonth: 0.3,
  logGigabyte: 0.5985,
} as const;

/** What an episode is taken to bring: three mails in, twenty out, a ladder's turns and what people record. */
const perEpisode = { mailsIn: 3, mailsOut: 20, turns: 30, transitions: 150, records: 8, megabytes: 0.5 };
const RUN_DAYS = 30.4;
const perMonth = {
  minutely: RUN_DAYS * 1_440,
  quarterly: RUN_DAYS * 96,
  hourly: RUN_DAYS * 24,
  sixHourly: RUN_DAYS * 4,
};
const METRICS = 4;
const LOG_BYTES_OF_A_RUN = 400;
const KEEP_YEARS = 3;

export type Measured = { runs: Runs; mailRuns: MailRuns; ingest: Run };

const lambda = (name: FunctionName, seconds: number): number =>
  (functionCatalogue[name].memoryMb / 1_024) * seconds * prices.lambdaGigabyteSecond + prices.lambdaRequest;

const runCosts = (name: FunctionName, measured: Run): number =>
  lambda(name, secondsOf(name, measured)) +
  measured.reads * prices.readUnit +
  measured.writes * prices.writeUnit +
  measured.mails * prices.mailSent +
  // Never less than a key's request where the table's key is not held any more.
  0.1 * prices.keyRequest +
  LOG_BYTES_OF_A_RUN * 1e-9 * prices.logGigabyte;

/** A month of an authority with so many episodes a year, by what the money is for. */
const monthOf = (episodesAYear: number, { runs, mailRuns, ingest }: Measured) => {
  const episodes = episodesAYear / 12;
  const mailsIn = episodes * perEpisode.mailsIn;
  const mailsEver = episodesAYear * perEpisode.mailsIn * KEEP_YEARS;
  const listings = RUN_DAYS * Math.ceil(mailsEver / 10_000);
  const gigabytes = (episodesAYear * KEEP_YEARS * perEpisode.megabytes) / 1_024;
  const byClock =
    perMonth.minutely *
      (runCosts("watch-deadlines", runs["watch idle"]) + runCosts("sweep-outbox", runs.sweep)) +
    perMonth.quarterly * runCosts("reconcile-mail", mailRuns.quiet) +
    listings * (runCosts("reconcile-mail", mailRuns.listing) + 10 * prices.s3List) +
    perMonth.hourly * runCosts("print-sheet", runs.sheet) +
    perMonth.sixHourly * runCosts("watch-forces", runs.forces) +
    RUN_DAYS * runCosts("send-digest", runs.digest);
  // A turn of a ladder, and what a person records, read and write about what a mail's ingest does.
  const ofMails =
    mailsIn *
    (runCosts("ingest-compact", ingest) + lambda("ingest-compact", 1) + lambda("note-arrival", 0.1));
  const inAndOut =
    mailsIn *
      (prices.mailReceived + prices.s3Put + prices.event + prices.writeUnit + 6 * prices.queueRequest) +
    episodes * perEpisode.mailsOut * prices.mailSent;
  const ofEpisodes =
    episodes * (perEpisode.turns + perEpisode.records) * runCosts("follow-ladder", ingest) +
    episodes * perEpisode.transitions * prices.transition +
    mailsIn * 20 * prices.keyRequest;
  const kept =
    gigabytes * (prices.s3GigabyteMonth + prices.tableGigabyteMonth / 5 + prices.backupGigabyteMonth / 5);
  const standing =
    resources("AWS::KMS::Key").length * prices.keyMonth +
    resources("AWS::CloudWatch::Alarm").length * prices.alarmMonth +
    METRICS * prices.metricMonth;
  return { byClock, ofMails, inAndOut, ofEpisodes, kept, standing };
};

/** What it costs to run, and what an account pays for keys, alarms and metrics whether or not a child is missing. */
export const bill = (episodesAYear: number, limit: number, measured: Measured): Figure => {
  const parts = monthOf(episodesAYear, measured);
  const all = Object.values(parts).reduce((sum, one) => sum + one, 0);
  const shown = Object.fromEntries(Object.entries(parts).map(([name, dollars]) => [name, rounded(dollars)]));
  return atMost(limit, all, { unit: "dollars a month", ...shown });
};
