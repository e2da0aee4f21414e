// Before every command that is TypeScript: on a clone that is not set up, one sentence instead of a stack trace.
import { existsSync } from "node:fs";
import { node24 } from "./places.mjs";
import { say } from "./report.mjs";

if (!existsSync(node24)) {
  say("Not set up yet: run npm start (or node localstack/setup/ensure.mjs) first.");
  process.exit(1);
}
