import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { installed, projectRoot } from "../../../localstack/host/paths.ts";
import { portIsFree } from "../../../localstack/host/ports.ts";
import { endGroup } from "../../../localstack/host/processes.ts";
import type { LabSettings } from "../../../localstack/lab/stack/settings.ts";

const PORT = Number(process.env.SAFE_RETURN_LAB_PORT || 4680);
const stateDir = join(projectRoot, ".lab/run/second-emulator");
const LOOKS = 1_200;

/** As SAFE_RETURN_ENDPOINT would name it: somebody else's, used and never started or stopped by the lab. */
export const settings: LabSettings = {
  stateDir,
  port: PORT,
  endpoint: `http://127.0.0.1:${PORT}`,
  ownHost: false,
};

const isReady = async (): Promise<boolean> => {
  try {
    return (await fetch(`${settings.endpoint}/_ministack/health`)).ok;
  } catch {
    return false;
  }
};

/** MiniStack in a process group of its own, from nothing; its functions run on the project's Node. */
export const startMinistack = async (): Promise<ChildProcess> => {
  if (!(await portIsFree(PORT))) throw new Error(`Port ${PORT} is in use: stop what listens there.`);
  rmSync(stateDir, { recursive: true, force: true });
  mkdirSync(stateDir, { recursive: true });
  const log = openSync(join(stateDir, "ministack.log"), "w");
  const child = spawn(installed.ministack, [], {
    cwd: stateDir,
    detached: true,
    stdio: ["ignore", log, log],
    env: {
      PATH: `${dirname(installed.node)}:${process.env.PATH}`,
      HOME: stateDir,
      // Not below this repository, whose package.json would make modules of the emulator's own scripts.
      TMPDIR: mkdtempSync(join(tmpdir(), "ministack-")),
      TZ: "UTC",
      GATEWAY_PORT: String(PORT),
      BIND_HOST: "127.0.0.1",
      MINISTACK_HOST: "127.0.0.1",
      IOT_MTLS_ENABLED: "0",
    },
  });
  closeSync(log);
  for (let look = 0; look < LOOKS && child.exitCode === null; look += 1) {
    if (await isReady()) return child;
    await pause(50);
  }
  await stopMinistack(child);
  throw new Error(`MiniStack did not start: ${join(stateDir, "ministack.log")} says why.`);
};

export const stopMinistack = async ({ pid }: ChildProcess): Promise<void> => {
  if (pid !== undefined) await endGroup(pid);
};
