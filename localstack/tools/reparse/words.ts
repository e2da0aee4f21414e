import { shortlyIso } from "../../lab/times.ts";
import type { MailDifference } from "./differences.ts";
import type { Reparsed } from "./reparse.ts";

type Compacts = NonNullable<MailDifference["compacts"]>;

/** What the mails state is a child's: it is shown only to whoever asks for it. */
export const withoutValues = (reparsed: Reparsed): Reparsed => ({
  ...reparsed,
  differing: reparsed.differing.map(({ compacts, ...rest }) => ({
    ...rest,
    ...(compacts ? { compacts: compacts.map(namesOnly) } : {}),
  })),
});

const namesOnly = ({ fields, ...rest }: Compacts[number]): Compacts[number] => ({
  ...rest,
  ...(fields ? { fields: fields.map(({ field }) => ({ field })) } : {}),
});

const fieldInWords = ({ field, held, now }: NonNullable<Compacts[number]["fields"]>[number]): string =>
  held === undefined && now === undefined
    ? `    ${field}`
    : `    ${field}: ${JSON.stringify(held) ?? "not stated"} → ${JSON.stringify(now) ?? "not stated"}`;

const mailInWords = ({ mailId, receivedAt, outcome, reasons, compacts = [] }: MailDifference): string =>
  [
    `${mailId}  received ${shortlyIso(receivedAt)}`,
    ...(outcome ? [`  ${outcome.held} → ${outcome.now}`] : []),
    ...(reasons?.gone ?? []).map((reason) => `  no longer ${reason}`),
    ...(reasons?.come ?? []).map((reason) => `  now ${reason}`),
    ...compacts.flatMap(({ reference, is, fields = [] }) => [
      `  ${reference}: ${is === "changed" ? "reads otherwise" : is === "gone" ? "no longer read" : "now read"}`,
      ...fields.map(fieldInWords),
    ]),
  ].join("\n");

export const reparsedText = ({ read, skipped, differing }: Reparsed): string =>
  [
    ...differing.map(mailInWords),
    `${read} ${read === 1 ? "mail" : "mails"} read again, ${differing.length} would come out otherwise; ${skipped} left alone. Nothing was changed.`,
  ].join("\n");
