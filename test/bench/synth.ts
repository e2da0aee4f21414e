import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { atMost, type Figure, rounded } from "./figure.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

const synth = (out: string): Promise<number> =>
  new Promise((done, fail) => {
    const began = performance.now();
    const child = spawn(
      join(root, "node_modules/.bin/cdk"),
      ["synth", "--quiet", "-c", "authority=leicestershire", "--output", out],
      { cwd: root, stdio: ["ignore", "ignore", "inherit"] },
    );
    child.once("error", fail);
    child.once("close", (code) =>
      code === 0
        ? done((performance.now() - began) / 1_000)
        : fail(new Error(`cdk synth ended with ${code}`)),
    );
  });

/** Seconds of wall time, the best of three: there is no baseline for it, and a busy machine only adds. */
export const benchSynth = async (): Promise<Figure> => {
  const out = mkdtempSync(join(tmpdir(), "safe-return-synth-"));
  try {
    const seconds: number[] = [];
    for (let run = 0; run < 3; run += 1) seconds.push(await synth(out));
    return atMost(3, Math.min(...seconds), { unit: "s", runs: seconds.map((one) => rounded(one)) });
  } finally {
    rmSync(out, { recursive: true });
  }
};
