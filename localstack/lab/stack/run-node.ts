import { spawn } from "node:child_process";
import { installed, projectRoot } from "../../host/paths.ts";
import { LabError } from "../errors.ts";

const LAST_LINES = 15;

export type NodeRun = {
  args: string[];
  env: Record<string, string>;
  failure: string;
};

/** Runs a program of ours on the project's Node; when it fails, its last lines go with the sentence. */
export const runNode = ({ args, env, failure }: NodeRun): Promise<void> =>
  new Promise((done, fail) => {
    const child = spawn(installed.node, args, {
      cwd: projectRoot,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (cause) => fail(new LabError(`${failure} (${cause.message})`, { cause })));
    child.on("close", (code) => {
      if (code === 0) return done();
      const last = output.trim().split("\n").slice(-LAST_LINES).join("\n");
      fail(new LabError(`${failure}\n${last}`));
    });
  });
