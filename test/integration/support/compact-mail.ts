import { asForcesWrite, asMailsDate } from "../../builders/london-time.ts";

type MailFacts = {
  reference: string;
  surname: string;
  at: number;
  sentAt: number;
  more?: readonly string[];
  id?: string;
};

const mail = (
  heading: string,
  dated: string,
  { reference, surname, sentAt, more = [], id }: MailFacts,
): Uint8Array =>
  Buffer.from(
    [
      "From: COMPACT Notifications <compact@leicestershire-police.example>",
      "To: missing@in.leicestershire.example",
      `Subject: ${heading} ${reference}`,
      `Date: ${asMailsDate(sentAt)}`,
      `Message-ID: <${id ?? `${reference.replaceAll("/", "-")}-${sentAt}`}@mail.example>`,
      'Content-Type: text/plain; charset="utf-8"',
      "MIME-Version: 1.0",
      "",
      heading.toUpperCase(),
      `COMPACT Ref: ${reference}`,
      `Surname: ${surname}`,
      "Forename(s): Robin",
      "DOB: 04/05/2012",
      dated,
      ...more,
      "",
    ].join("\r\n"),
  );

/** An invented missing report, the child last seen at `at`. */
export const missingMail = (facts: MailFacts): Uint8Array =>
  mail("Missing Person Report", `Missing Since: ${asForcesWrite(facts.at)}`, {
    ...facts,
    more: ["Current Risk: MEDIUM", "LAC: No", ...(facts.more ?? [])],
  });

/** An invented found report, the child found and home at `at`. */
export const foundMail = (facts: MailFacts): Uint8Array =>
  mail("Found Report", `Date/Time Found: ${asForcesWrite(facts.at)}`, facts);

export const updateMail = (facts: MailFacts): Uint8Array => mail("Update", "Current Risk: High", facts);
