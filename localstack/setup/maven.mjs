import { mkdirSync, renameSync, rmSync } from "node:fs";
import { dynamodb, locks } from "./places.mjs";
import { requireJava, requireMaven } from "./prerequisites.mjs";
import { step } from "./report.mjs";
import { run } from "./run.mjs";
import { isCurrent, stamp } from "./stamp.mjs";

const part = { name: "maven", from: [locks.maven], makes: [dynamodb] };

/** Copied beside and then moved into place, so that an interrupted download is not taken for a whole one. */
const copyJars = async () => {
  const arriving = `${dynamodb}.arriving`;
  rmSync(arriving, { recursive: true, force: true });
  mkdirSync(arriving, { recursive: true });
  await run(
    "mvn",
    ["-q", "-B", "dependency:copy-dependencies", "-f", locks.maven, `-DoutputDirectory=${arriving}`],
    {
      failure: "Maven could not fetch DynamoDB Local: its last lines follow.",
    },
  );
  rmSync(dynamodb, { recursive: true, force: true });
  renameSync(arriving, dynamodb);
};

export const ensureDynamodb = async () => {
  if (isCurrent(part)) return;
  requireJava();
  requireMaven();
  await step("Fetching DynamoDB Local", copyJars);
  stamp(part);
};
