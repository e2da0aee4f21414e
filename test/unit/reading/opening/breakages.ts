/** One child's report as words, and the mail it would be were it whole. */
export type Words = { body: string; subject: string; date: string | undefined };
export type Breakage = { name: string; build: (words: Words) => Buffer };

const headers = ({ subject, date }: Words, ...more: string[]): string[] => [
  "From: COMPACT <compact@leicestershire-police.example>",
  "To: missing@in.leicestershire.example",
  `Subject: ${subject}`,
  ...(date ? [`Date: ${date}`] : []),
  "Message-ID: <1@mail.example>",
  "MIME-Version: 1.0",
  ...more,
];

const mail =
  (type: string, bodyOf: (body: string) => string | Buffer, ...more: string[]) =>
  (words: Words): Buffer =>
    Buffer.concat([
      Buffer.from(`${[`Content-Type: ${type}`, ...headers(words, ...more)].join("\r\n")}\r\n\r\n`),
      Buffer.from(bodyOf(words.body)),
    ]);

const part = (body: string, type = "text/plain; charset=utf-8", ...more: string[]): string =>
  ["--part", `Content-Type: ${type}`, ...more, "", body, ""].join("\r\n");
const plain = "text/plain; charset=utf-8";
const mixed = 'multipart/mixed; boundary="part"';
const note = "Please see the report.";

/** Every way we know in which a mail's words end up in no text and no file, or as something else. */
export const breakages: Breakage[] = [
  { name: "none", build: mail(plain, (body) => body) },
  {
    name: "another boundary than declared",
    build: mail('multipart/mixed; boundary="other"', (body) => `${part(body)}--part--\r\n`),
  },
  { name: "no boundary declared", build: mail("multipart/mixed", (body) => `${part(body)}--part--\r\n`) },
  { name: "a boundary never used", build: mail(mixed, (body) => body) },
  {
    name: "words before the first part",
    build: mail(mixed, (body) => `${body}\r\n${part(note)}--part--\r\n`),
  },
  { name: "words after the last part", build: mail(mixed, (body) => `${part(note)}--part--\r\n${body}\r\n`) },
  {
    name: "the report in a part after the end",
    build: mail(mixed, (body) => `${part(note)}--part--\r\n${part(body)}`),
  },
  { name: "no end", build: mail(mixed, (body) => part(body)) },
  {
    name: "no empty line below the headers",
    build: (words) => Buffer.from([...headers(words), words.body].join("\r\n")),
  },
  {
    name: "no empty line below the headers, and one before the signature",
    build: (words) =>
      Buffer.from([...headers(words), words.body, "", "Kind regards", "Control Room"].join("\r\n")),
  },
  {
    name: "no empty line below the headers of a part",
    build: mail(mixed, (body) => `--part\r\nContent-Type: text/plain\r\n${body}\r\n--part--\r\n`),
  },
  {
    name: "folded into a header",
    build: (words) => mail(plain, () => note, `Report: see ${words.body.replaceAll("\r\n", "\r\n ")}`)(words),
  },
  { name: "base64 that is none", build: mail(plain, (body) => body, "Content-Transfer-Encoding: base64") },
  {
    name: "base64 that is none, in letters every byte is one of",
    build: mail("text/plain; charset=windows-1252", (body) => body, "Content-Transfer-Encoding: base64"),
  },
  {
    name: "base64 that goes on after its end",
    build: mail(
      plain,
      (body) => `${Buffer.from(`${note}.`).toString("base64")}==\r\n${Buffer.from(body).toString("base64")}`,
      "Content-Transfer-Encoding: base64",
    ),
  },
  { name: "a charset nobody knows", build: mail("text/plain; charset=x-nobody", (body) => body) },
  {
    name: "letters of another charset",
    build: (words) =>
      Buffer.concat([
        mail(plain, () => note)(words),
        Buffer.from(
          words.body.replace(/[A-Za-z0-9]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 128)),
          "latin1",
        ),
      ]),
  },
  {
    name: "an encoding nobody knows",
    build: mail(plain, (body) => body, "Content-Transfer-Encoding: x-own"),
  },
  { name: "a type nobody knows", build: mail("x-own/report", (body) => body) },
  { name: "no type at all", build: mail("", (body) => body) },
  { name: "two types", build: mail(plain, (body) => body, "Content-Type: image/png") },
  {
    name: "hidden in a comment of HTML",
    build: mail("text/html", (body) => `<p>${note}</p><!-- ${body} -->`),
  },
  {
    name: "a second text of an alternative",
    build: mail('multipart/alternative; boundary="part"', (body) => `${part(note)}${part(body)}--part--\r\n`),
  },
  {
    name: "attached with an empty name",
    build: mail(
      mixed,
      (body) =>
        `${part(note)}${part(body, 'text/plain; name=""', "Content-Disposition: attachment")}--part--\r\n`,
    ),
  },
  {
    name: "attached, longer than what is kept",
    build: mail(
      mixed,
      (body) =>
        `${part(note)}${part(`${"x".repeat(76)}\r\n`.repeat(13_500) + body, "text/plain", "Content-Disposition: attachment; filename=a.txt")}--part--\r\n`,
    ),
  },
  {
    name: "a mail in base64 that is none",
    build: mail(
      mixed,
      (body) =>
        `${part(note)}${part(body, "message/rfc822", "Content-Transfer-Encoding: base64")}--part--\r\n`,
    ),
  },
  {
    name: "an attached mail without headers",
    build: mail(mixed, (body) => `${part(note)}${part(body, "message/rfc822")}--part--\r\n`),
  },
  {
    name: "an attached mail with another boundary",
    build: mail(
      mixed,
      (body) =>
        `${part(note)}${part(`Content-Type: multipart/mixed; boundary=none\r\nSubject: x\r\n\r\n${body}`, "message/rfc822")}--part--\r\n`,
    ),
  },
  {
    name: "more parts than anyone opens",
    build: mail(mixed, (body) => `${part("x").repeat(1_010)}${part(body)}--part--\r\n`),
  },
  {
    name: "a header longer than anyone reads",
    build: (words) =>
      Buffer.from([...headers(words, `X-Long: ${"x".repeat(1_100_000)}`), "", words.body].join("\r\n")),
  },
  { name: "bare carriage returns", build: mail(plain, (body) => body.replaceAll("\r\n", "\r")) },
  {
    name: "ends of lines that are all carriage returns",
    build: (words) =>
      Buffer.from(
        mail(
          plain,
          (body) => body,
        )(words)
          .toString()
          .replaceAll("\r\n", "\r"),
      ),
  },
  {
    name: "a subject in an unknown charset",
    build: (words) =>
      mail(
        plain,
        () => note,
      )({ ...words, subject: `=?x-nobody?B?${Buffer.from(words.body).toString("base64").slice(0, 900)}?=` }),
  },
  {
    name: "a second subject",
    build: (words) => mail(plain, () => note, `Subject: ${words.body.replace(/\s+/g, " ")}`)(words),
  },
  {
    name: "the words in the subject alone",
    build: (words) => mail(plain, () => "")({ ...words, subject: words.body.replace(/\s+/g, " ") }),
  },
];
