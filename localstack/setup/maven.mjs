import { mkdirSync, renameSync, rmSync } from "node:fs";
import { dynamodb, locks } from "./places.mjs";
import { requireJava, requireMaven } from "./prerequisites.mjs";
import { run } from "./run.mjs";

export const dynamodbLocal = {
  name: "maven",
  title: "Fetching DynamoDB Local",
  from: [locks.maven],
  makes: [dynamodb],
  require: () => {
    requireJava();
    requireMaven();
  },
  install: async () => {
    // Copied beside and then moved into place, so that an interrupted download is not taken for a whole one.
    const arriving = `${dynamodb}.arriving`;
    rmSync(arriving, { recursive: true, force: true });
    mkdirSync(arriving, { recursive: true });
    await run(
      "mvn",
      ["-q", "-B", "dependency:copy-dependencies", "-f", locks.maven, `-DoutputDirectory=${arriving}`],
      { failure: "Maven could not fetch DynamoDB Local: its last lines follow." },
    );
    rmSync(dynamodb, { recursive: true, force: true });
    renameSync(arriving, dynamodb);
  },
};
