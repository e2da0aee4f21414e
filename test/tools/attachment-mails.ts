import { writeFileSync } from "node:fs";
import { parseCompact } from "../../functions/reading/parse-compact.ts";
import { anAttachment } from "../builders/attachment.ts";
import { aDocx } from "../builders/docx.ts";
import { aPdf, printed } from "../builders/pdf.ts";
import { multipart } from "../unit/reading/mails.ts";

/** Writes the mails of test/fixtures/attachments and what the reader makes of them: look at the difference before you commit it. */
const folder = new URL("../fixtures/attachments/", import.meta.url);

const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const covering = "Please find the report attached.\r\n\r\nOFFICIAL-SENSITIVE\r\n";
const mailWith = (subject: string, date: string, name: string, file: Buffer, type: string): Buffer =>
  multipart(
    "mixed",
    [{ type: "text/plain; charset=utf-8", body: covering }, anAttachment(name, file, type)],
    {
      subject,
      date,
    },
  );

const missing = [
  ["COMPACT Ref", "MP/26/005120"],
  ["Police Log", "LP-20261114-0977"],
  ["Surname", "HALLOWAY"],
  ["Forename(s)", "Imogen Rose"],
  ["DOB", "17/08/2011"],
  ["Gender", "Female"],
  ["MF Address", "Fernlea House, 12 Quarry Road\nAnytown, LE99 1ZZ"],
  ["Care Status", "Yes – Leicestershire County Council"],
  ["Missing Since", "14/11/2026 20:15"],
  ["Current Risk", "MEDIUM"],
  [
    "Circumstances",
    "Imogen left the home after tea to meet a friend and\ndid not answer her phone. Staff searched the park.",
  ],
  ["Warning Markers", "CSE"],
  ["OIC", "PC 4471 Dara Finch"],
];

const found = [
  ["COMPACT Ref:", "MP/26/005120", "Date/Time Found:", "15/11/2026 07:40"],
  ["Surname:", "HALLOWAY", "Forename(s):", "Imogen Rose"],
  ["DOB:", "17/08/2011", "Found By:", "Staff"],
  ["Traced Location:", "Anytown bus station,\nbay 4", "Harm Suffered:", "None disclosed"],
];

const pages = [
  { texts: [{ x: 220, y: 812, text: "FOUND REPORT", size: 14 }, ...printed(found, [50, 150, 330, 440])] },
];
const scan = [{ picture: true }];

const mails: Record<string, Buffer> = {
  "1-missing-word": mailWith(
    "OFFICIAL-SENSITIVE: report attached",
    "Sat, 14 Nov 2026 23:05:00 +0000",
    "Missing report.docx",
    aDocx(["OFFICIAL-SENSITIVE", "MISSING PERSON REPORT", { rows: missing }]),
    docxType,
  ),
  "2-found-pdf": mailWith(
    "OFFICIAL-SENSITIVE: report attached",
    "Sun, 15 Nov 2026 08:05:00 +0000",
    "Found report.pdf",
    aPdf(pages),
    "application/pdf",
  ),
  "3-scan": mailWith(
    "OFFICIAL-SENSITIVE: Missing Person Report",
    "Sun, 15 Nov 2026 09:00:00 +0000",
    "scan.pdf",
    aPdf(scan),
    "application/pdf",
  ),
  "4-locked-pdf": mailWith(
    "OFFICIAL-SENSITIVE: Missing Person Report",
    "Sun, 15 Nov 2026 09:10:00 +0000",
    "locked.pdf",
    aPdf(pages, { locked: true }),
    "application/pdf",
  ),
};

for (const [name, raw] of Object.entries(mails)) {
  writeFileSync(new URL(`${name}.eml`, folder), raw);
  const result = await parseCompact(raw);
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(result, null, 2)}\n`);
}
