import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as z from "zod";
import { atMost, type Figure } from "./figure.ts";

const measuredSchema = z.object({
  answers: z.record(z.string(), z.object({ seconds: z.number(), reasons: z.array(z.string()) })),
  peakMb: z.number(),
});

/** Each hostile mail answered by a warm reader, in seconds; and the most memory the process had by the end of all. */
export const benchHostile = async (): Promise<Record<string, Figure>> => {
  const script = fileURLToPath(new URL("hostile-process.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script]);
  const { answers, peakMb } = measuredSchema.parse(JSON.parse(stdout));
  return {
    ...Object.fromEntries(
      Object.entries(answers).map(([mail, { seconds, reasons }]) => [
        mail,
        atMost(2, seconds, { unit: "s", reasons }),
      ]),
    ),
    memory: atMost(512, peakMb, { unit: "MB" }),
  };
};
