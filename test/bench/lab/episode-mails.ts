import { readFileSync } from "node:fs";
import { asForcesWrite, asMailsDate } from "../../builders/london-time.ts";

const sample = (file: string): string =>
  readFileSync(new URL(`../../fixtures/compacts/${file}`, import.meta.url), "utf8");

const line = (text: string, label: string, value: string): string =>
  text.replace(new RegExp(`^${label}: .*$`, "m"), () => `${label}: ${value}`);

export type Facts = { reference: string; surname: string; at: number; sentAt: number };

const retold = (file: string, { reference, surname, sentAt }: Facts): string => {
  const told = line(sample(file).replaceAll("MP/26/004417", reference), "Surname", surname);
  const dated = line(told, "Date", asMailsDate(sentAt));
  return line(dated, "Message-ID", `<${reference.replaceAll("/", "-")}-${sentAt}@mail.example>`);
};

/** Sample 1 about another child at another time. */
export const missingMail = (facts: Facts): Buffer => {
  const text = line(retold("1-missing-plain.eml", facts), "Missing Since", asForcesWrite(facts.at));
  return Buffer.from(line(text, "Date Reported", asForcesWrite(facts.at + 3_600_000)));
};

/** Sample 2, the child found and home at `at`. */
export const foundMail = (facts: Facts): Buffer => {
  const text = line(retold("2-found-plain.eml", facts), "Date/Time Found", asForcesWrite(facts.at));
  return Buffer.from(
    line(text, "Prevention Interview", `Completed ${asForcesWrite(facts.at + 900_000)} by PC 4471 Rowan`),
  );
};

/** The same missing report carrying an attachment of so many bytes, in base64. */
export const missingMailWith = (bytes: number, facts: Facts): Buffer => {
  const [head = "", ...body] = missingMail(facts)
    .toString("utf8")
    .split(/\r?\n\r?\n/);
  const headers = head.replace(/^Content-[^\n]*\n/gm, "").replace(/\s+$/, "");
  const attachment =
    Buffer.alloc(bytes, "An invented attachment. ")
      .toString("base64")
      .match(/.{1,76}/g) ?? [];
  return Buffer.from(
    `${headers}\nContent-Type: multipart/mixed; boundary="bench"\n\n--bench\nContent-Type: text/plain; charset="utf-8"\n\n${body.join("\n\n")}\n--bench\nContent-Type: application/pdf; name="report.pdf"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="report.pdf"\n\n${attachment.join("\n")}\n--bench--\n`,
  );
};
