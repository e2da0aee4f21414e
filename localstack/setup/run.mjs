import { spawn, spawnSync } from "node:child_process";
import { root } from "./places.mjs";
import { SetupError } from "./report.mjs";

const LAST_LINES = 15;

/** Runs a command quietly; when it fails, its last lines go with the sentence. */
export const run = (command, args, { failure, env = {} }) =>
  new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => fail(new SetupError(`${failure} (${error.message})`)));
    child.on("close", (code) => {
      if (code === 0) return done();
      fail(new SetupError(`${failure}\n${output.trim().split("\n").slice(-LAST_LINES).join("\n")}`));
    });
  });

/** What a command prints, or undefined when it is missing or fails. */
export const ask = (command, args) => {
  const answer = spawnSync(command, args, { encoding: "utf8" });
  return answer.status === 0 ? `${answer.stdout}${answer.stderr}` : undefined;
};
