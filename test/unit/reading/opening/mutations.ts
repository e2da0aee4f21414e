import fc from "fast-check";
import { anyFacts, reports } from "../facts.ts";
import { layouts } from "../layouts/layouts.ts";
import { sampleMail } from "../mails.ts";

const samples = [
  "1-missing-plain",
  "2-found-plain",
  "3-missing-html-table",
  "4-found-bold-br",
  "5-update-risk",
  "7-forwarded-as-attachment",
].map(sampleMail);

/** A mail as a system might send it: the samples, and the same facts in every layout and order. */
const whole: fc.Arbitrary<Buffer> = fc.oneof(
  fc.constantFrom(...samples),
  ...reports.map((report) =>
    fc
      .tuple(fc.constantFrom(...layouts), anyFacts(report), fc.constantFrom(...report.titles))
      .map(([{ render }, facts, title]) => render(facts, title)),
  ),
);

/** What a transport, a gateway or an enemy does to bytes. */
type Mutation = (raw: Buffer) => Buffer;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (raw: Buffer, where: number): number => Math.floor(raw.length * where);

const inserted = (raw: Buffer, where: number, what: Uint8Array): Buffer =>
  Buffer.concat([raw.subarray(0, at(raw, where)), what, raw.subarray(at(raw, where))]);

/** Pieces that mean something to some reader of mails, where they don't belong. */
const pieces = [
  "--part\r\n",
  "--part--\r\n",
  "\r\n\r\n",
  "\r\nContent-Type: multipart/mixed; boundary=part\r\n\r\n",
  "\r\nContent-Type: message/rfc822\r\n\r\n",
  "\r\nContent-Transfer-Encoding: base64\r\n\r\n",
  "\r\nContent-Type: text/html; charset=utf-7\r\n",
  "=?utf-8?B?",
  "=?x?Q?=ZZ?=",
  "=\r\n",
  "<table><tr><td>",
  "</table></td>",
  "<!--",
  '<div style="display:none">',
  "&#x0;&#1114112;&bogus;",
  "\u0000",
  "\u202e",
  "Surname: ",
  "DOB: 31/02/2011\r\n",
  "x".repeat(2_000),
].map((text) => Buffer.from(text));

const headersIn = (raw: Buffer, order: (headers: string[]) => string[]): Buffer => {
  const text = raw.toString("latin1");
  const end = text.search(/\r?\n\r?\n/);
  if (end < 0) return raw;
  return Buffer.from(order(text.slice(0, end).split(/\r?\n/)).join("\r\n") + text.slice(end), "latin1");
};

const ends = (raw: Buffer, glue: string): Buffer =>
  Buffer.from(raw.toString("latin1").replace(/\r?\n/g, glue), "latin1");

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  place.map((where) => (raw: Buffer) => raw.subarray(0, at(raw, where))),
  fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 30 }).map((changes) => (raw: Buffer) => {
    const changed = Buffer.from(raw);
    for (const [where, byte] of changes) changed[at(raw, where)] = byte;
    return changed;
  }),
  fc.constantFrom("\n", "\r", "\r\n", "\r\r\n").map((glue) => (raw: Buffer) => ends(raw, glue)),
  fc.tuple(place, place, fc.integer({ min: 2, max: 40 })).map(([a, b, times]) => (raw: Buffer) => {
    const [from, to] = [Math.min(a, b), Math.max(a, b)];
    const piece = raw.subarray(at(raw, from), at(raw, to)).subarray(0, 500);
    return inserted(raw, to, Buffer.concat(Array.from({ length: times }, () => piece)));
  }),
  fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 200 })).map(
    ([where, bytes]) =>
      (raw: Buffer) =>
        inserted(raw, where, bytes),
  ),
  fc.tuple(place, fc.constantFrom(...pieces)).map(
    ([where, piece]) =>
      (raw: Buffer) =>
        inserted(raw, where, piece),
  ),
  fc
    .nat(20)
    .map(
      (by) => (raw: Buffer) =>
        headersIn(raw, (h) => [...h.slice(by % h.length), ...h.slice(0, by % h.length)]),
    ),
  fc
    .nat(20)
    .map((which) => (raw: Buffer) => headersIn(raw, (h) => h.filter((_, i) => i !== which % h.length))),
  fc.nat(20).map((which) => (raw: Buffer) => headersIn(raw, (h) => [h[which % h.length] ?? "", ...h])),
  fc.tuple(whole, place).map(
    ([other, where]) =>
      (raw: Buffer) =>
        Buffer.concat([raw.subarray(0, at(raw, where)), other.subarray(at(other, where))]),
  ),
);

/** A mail to which one to four things have happened. */
export const mutatedMail: fc.Arbitrary<Buffer> = fc
  .tuple(whole, fc.array(mutation, { minLength: 1, maxLength: 4 }))
  .map(([raw, mutations]) => mutations.reduce((mail, change) => change(mail), raw));
