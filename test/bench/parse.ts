import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { simpleParser } from "mailparser";
import { isParseResult } from "../../functions/reading/compact/check-result.ts";
import { aliases } from "../../functions/reading/mail-reader/bundle-aliases.mjs";
import { readMail } from "../../functions/reading/parse-compact.ts";
import { readMailHere } from "../../functions/reading/read-mail.ts";
import { bareThread } from "./bare-thread.ts";
import { benchMails } from "./mails.ts";

export type ParseFigures = {
  mail: string;
  bytes: number;
  bareMs: number;
  /** Parse, extract and validate with the first parser against the bare one, both in the thread of the caller. */
  inThreadRatio: number;
  /** The same in a warm thread, as ingest calls it, against the bare parser in a warm thread. */
  ratio: number;
  /** With the second parser too, in the warm thread: the whole of what ingest does. */
  secondOpinionRatio: number;
  /** Both against the bare parser in the caller's thread: what waking a thread costs is all counted as ours. */
  againstCaller: { ratio: number; secondOpinionRatio: number };
};

const median = (times: number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const rounded = (value: number, places = 2): number => Number(value.toFixed(places));

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await act();
  return performance.now() - start;
};

const validated = async (raw: Buffer): Promise<unknown> => {
  const { result } = await readMailHere(raw, { secondOpinion: false });
  if (!isParseResult(result)) throw new Error("the reader gave what is no result");
  return result;
};

const inThread = bareThread();

/** Turn and turn about, so that whatever else the machine does falls on each alike; the first half only warms up. */
const compare = async (raw: Buffer, rounds: number): Promise<number[]> => {
  const ways = [
    () => simpleParser(raw),
    () => inThread(raw),
    () => validated(raw),
    () => readMail(raw, { secondOpinion: false }),
    () => readMail(raw),
  ];
  const times: number[][] = ways.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, way] of ways.entries()) times[at]?.push(await timed(way));
  }
  return times.map((list) => median(list.slice(rounds / 2)));
};

/** Ours against a bare `simpleParser` with its default options, on the same mails in the same run, thread against thread. */
export const benchParse = async (): Promise<ParseFigures[]> => {
  const figures: ParseFigures[] = [];
  for (const { name, raw } of benchMails()) {
    const [bare = 0, bareInThread = 0, ours = 0, thread = 0, second = 0] = await compare(
      raw,
      raw.length > 1_000_000 ? 24 : 4_000,
    );
    figures.push({
      mail: name,
      bytes: raw.length,
      bareMs: rounded(bare, 3),
      inThreadRatio: rounded(ours / bare),
      ratio: rounded(thread / bareInThread),
      secondOpinionRatio: rounded(second / bareInThread),
      againstCaller: { ratio: rounded(thread / bare), secondOpinionRatio: rounded(second / bare) },
    });
  }
  return figures;
};

/** The reader's share of the ingest asset: its thread, minified as the build does it. */
export const readerBundleBytes = async (): Promise<number> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../../functions/reading/worker.ts", import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    legalComments: "none",
    alias: aliases,
  });
  return outputFiles[0]?.contents.byteLength ?? 0;
};

if (import.meta.main) {
  const figures = { parse: await benchParse(), readerBundleBytes: await readerBundleBytes() };
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}
