/** The sizes and forms a compact comes in, all invented. */
const head = (type: string): string =>
  [
    "From: COMPACT Notifications <compact@leicestershire-police.example>",
    "To: missing@in.leicestershire.example",
    "Subject: OFFICIAL-SENSITIVE: Missing Person Report MP/26/004417",
    "Date: Sat, 14 Nov 2026 23:05:00 +0000",
    "Message-ID: <bench@mail.example>",
    `Content-Type: ${type}`,
    "MIME-Version: 1.0",
    "",
    "",
  ].join("\r\n");

const facts: [string, string][] = [
  ["COMPACT Ref", "MP/26/004417"],
  ["Incident No", "LP-20261114-0932"],
  ["Surname", "ASHDOWN"],
  ["Forename(s)", "Ellie May"],
  ["Known As", "Els"],
  ["DOB", "09/03/2011"],
  ["Age", "15"],
  ["Sex", "Female"],
  ["Ethnicity", "White British"],
  ["Home Address", "14 Fosse Rise, Leicester, LE3 0ZZ"],
  ["LAC", "No"],
  ["School", "Fosse Park Academy"],
  ["Current Risk", "MEDIUM"],
  ["Missing Since", "14/11/2026 21:30"],
  ["Date Reported", "14/11/2026 22:41"],
  ["Missing From", "Home address"],
  [
    "Circumstances",
    "Left after an argument about her phone. Took a rucksack. Friends contacted with no result.",
  ],
  ["Warning Markers", "CSE"],
  ["OIC", "PC 4471 Rowan, Mansfield House"],
];

const remarks = Array.from({ length: 41 }, (_, at): [string, string] => [
  `Enquiry ${"abcdefghijklmnopqrstuvwxyz"[at % 26]}${at < 26 ? "" : "a"}`,
  "Address checked by officers, nobody there, neighbours spoken to and a card left.",
]);

const text = (rows: [string, string][]): string =>
  `MISSING PERSON REPORT\r\n\r\n${rows.map(([label, value]) => `${label}: ${value}`).join("\r\n")}\r\n`;

const table = (rows: [string, string][]): string =>
  `<html><body><h2>Missing Person Report</h2><table border="1" cellpadding="3">${rows
    .map(
      ([label, value]) =>
        `<tr><td style="width:180px;font-family:Arial,sans-serif;font-size:10pt;padding:3px"><b>${label}</b></td><td style="font-family:Arial,sans-serif;font-size:10pt;padding:3px">${value}</td></tr>\r\n`,
    )
    .join("")}</table></body></html>`;

const withAttachment = (bytes: number): string => {
  const content = Buffer.alloc(bytes, "An invented attachment of no particular content. ")
    .toString("base64")
    .replace(/(.{76})/g, "$1\r\n");
  return `${head('multipart/mixed; boundary="bench"')}--bench\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text(facts)}\r\n--bench\r\nContent-Type: application/pdf; name="report.pdf"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="report.pdf"\r\n\r\n${content}\r\n--bench--\r\n`;
};

const alternative = (): string =>
  `${head('multipart/alternative; boundary="bench"')}--bench\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text([...facts, ...remarks])}\r\n--bench\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${table([...facts, ...remarks])}\r\n--bench--\r\n`;

const styled = (words: string): string =>
  `<span style="font-size:11.0pt;font-family:&quot;Calibri&quot;,sans-serif">${words}</span>`;

const outlookRow = ([label, value]: [string, string]): string =>
  `<tr><td width="180" valign="top" style="width:135.0pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt"><p class="MsoNormal"><b>${styled(label)}</b><o:p></o:p></p></td><td valign="top" style="padding:0cm 5.4pt 0cm 5.4pt"><p class="MsoNormal">${styled(value)}<o:p></o:p></p></td></tr>\r\n`;

const outlookHead = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style><!-- p.MsoNormal{margin:0cm;font-size:11.0pt;font-family:"Calibri",sans-serif;} @page WordSection1{size:612.0pt 792.0pt;} div.WordSection1{page:WordSection1;} --></style></head><body lang="EN-GB"><div class="WordSection1">`;

/** As Outlook sends it: every cell styled, and a text of the same words beside it. */
const outlook = (bytes: number): string => {
  const of = (rows: [string, string][]): string =>
    `${head('multipart/alternative; boundary="bench"')}--bench\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nMissing Person Report\r\n\r\n${rows.map(([label, value]) => `${label}\r\n${value}`).join("\r\n")}\r\n--bench\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${outlookHead}<p class="MsoNormal"><b>${styled("Missing Person Report")}</b></p><table class="MsoNormalTable" border="1" cellspacing="0" cellpadding="0">${rows.map(outlookRow).join("")}</table></div></body></html>\r\n--bench--\r\n`;
  const needed = facts.filter(([label]) => label === "COMPACT Ref" || /name$|DOB|Since/.test(label));
  let mail = of(needed.slice(0, 3));
  for (let count = 4; mail.length < bytes && count < 400; count += 1) {
    const more = Array.from(
      { length: Math.max(0, count - facts.length) },
      (_, at) => remarks[at % 41] as [string, string],
    );
    mail = of([...needed, ...facts.filter((one) => !needed.includes(one)), ...more].slice(0, count));
  }
  return mail;
};

const htmlOnly = (): string =>
  head("text/html; charset=utf-8") + table([...facts, ...remarks, ...remarks.slice(0, 16)]);

/** As forces close their mails: half of a short one is this. */
const closing = [
  "",
  "Leicestershire Police Missing Team | missing-team@leicestershire-police.example | www.leicestershire-police.example",
  "",
  "This e-mail and any attachment is intended for the addressee only and may hold official-sensitive information.",
  "If you have received it in error please tell postmaster@leicestershire-police.example and delete it; you may not",
  "copy it, pass it on or act on it. Opinions in it are the writer's and need not be those of the Chief Constable.",
  "For how we handle personal information see https://www.leicestershire-police.example/privacy-notice on our site.",
  "In an emergency call 999; to report anything else call 101 or go to https://www.leicestershire-police.example/ro.",
  "Follow us at www.facebook.example/leicestershirepolice. Please consider the environment before printing this mail.",
  "",
].join("\r\n");

export const benchMails = (): { name: string; raw: Buffer }[] => [
  {
    name: "text-2kB",
    raw: Buffer.from(head("text/plain; charset=utf-8") + text(facts) + closing),
  },
  { name: "table-23kB", raw: Buffer.from(htmlOnly()) },
  { name: "attachment-1.4MB", raw: Buffer.from(withAttachment(1_000_000)) },
  { name: "attachment-11MB", raw: Buffer.from(withAttachment(8_000_000)) },
  { name: "text-and-table-20kB", raw: Buffer.from(alternative()) },
  ...[2, 5, 20, 60].map((size) => ({ name: `outlook-${size}kB`, raw: Buffer.from(outlook(size * 1_000)) })),
];
