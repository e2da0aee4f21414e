import { S3Client } from "@aws-sdk/client-s3";
import { episodeRows } from "../adapters/dynamo/episode-store.ts";
import { ledger } from "../adapters/dynamo/ledger.ts";
import { sheetFile } from "../adapters/sheet-file.ts";
import { schedule } from "../shell/schedule.ts";
import { common } from "../shell/wiring.ts";
import { printSheet } from "./print-sheet.ts";

const buildDeps = () => {
  const base = common({ keepsProfile: false });
  const { dynamo, env } = base;
  return {
    ...base,
    rows: episodeRows(dynamo, env.tables),
    quarantined: ledger(dynamo, env.tables).quarantined,
    keep: sheetFile(new S3Client({ forcePathStyle: true }), env.rawBucket),
  };
};

export const handler = schedule(buildDeps, printSheet);
