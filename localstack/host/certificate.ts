import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { certificateFile, installed } from "./paths.ts";

const DAY_MS = 86_400_000;
/** It lasts a year. */
const RENEWED_AFTER_DAYS = 300;

/** Kept from one start to the next: a browser that was told to trust it need not be told again. */
export const ensureCertificate = (stateDir: string): void => {
  const file = certificateFile(stateDir);
  const age = existsSync(file) ? Date.now() - statSync(file).mtimeMs : Number.POSITIVE_INFINITY;
  if (age < RENEWED_AFTER_DAYS * DAY_MS) return;
  execFileSync(installed.python, ["-m", "localstack_standstill.gateway.certificate", file]);
};
