import { readMail } from "../../functions/reading/parse-compact.ts";
import { aReport } from "../unit/reading/mails.ts";
import { hostileMails } from "../unit/reading/opening/hostile-mails.ts";

/** Run by hostile.ts as a process of its own: the memory it peaks at is that of reading and of nothing else. */
await readMail(aReport());
const answers: Record<string, { seconds: number; reasons: string[] }> = {};
for (const { name, raw } of hostileMails) {
  const mail = raw();
  const start = performance.now();
  const { result } = await readMail(mail);
  answers[name] = { seconds: (performance.now() - start) / 1_000, reasons: result.reasons.slice(0, 3) };
}
process.stdout.write(JSON.stringify({ answers, peakMb: process.resourceUsage().maxRSS / 1024 }));
// The reader's thread would keep the process.
process.exit();
