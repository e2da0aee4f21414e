import { simpleParser } from "mailparser";
import { readMail } from "../../functions/parse-compact/parse-compact.ts";
import { readMailHere } from "../../functions/parse-compact/read-mail.ts";
import { benchMails } from "./mails.ts";

export type ParseFigures = {
  mail: string;
  bytes: number;
  bareMs: number;
  oursMs: number;
  ratio: number;
  inWorkerMs: number;
  inWorkerRatio: number;
};

const median = (times: number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const rounded = (value: number, places = 3): number => Number(value.toFixed(places));

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await act();
  return performance.now() - start;
};

/** Turn and turn about, so that whatever else the machine does falls on each alike. */
const compare = async (raw: Buffer, rounds: number): Promise<[number, number, number]> => {
  const times: [number[], number[], number[]] = [[], [], []];
  const options = { secondOpinion: false };
  for (let round = 0; round < rounds; round += 1) {
    times[0].push(await timed(() => simpleParser(raw)));
    times[1].push(await timed(() => readMailHere(raw, options)));
    times[2].push(await timed(() => readMail(raw, options)));
  }
  // The first half warms the compiler.
  return times.map((list) => median(list.slice(Math.floor(rounds / 2)))) as [number, number, number];
};

/** Parse, extract and validate against a bare `simpleParser` with its default options, on the same mails in the same run. */
export const benchParse = async (): Promise<ParseFigures[]> => {
  const figures: ParseFigures[] = [];
  for (const { name, raw } of benchMails()) {
    const [bare, ours, inWorker] = await compare(raw, raw.length > 1_000_000 ? 24 : 4_000);
    figures.push({
      mail: name,
      bytes: raw.length,
      bareMs: rounded(bare),
      oursMs: rounded(ours),
      ratio: rounded(ours / bare, 2),
      inWorkerMs: rounded(inWorker),
      inWorkerRatio: rounded(inWorker / bare, 2),
    });
  }
  return figures;
};

if (import.meta.main) process.stdout.write(`${JSON.stringify(await benchParse(), null, 2)}\n`);
