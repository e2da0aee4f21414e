import { aMail, complete, lines, multipart } from "../mails.ts";

const html = (body: string): Buffer => aMail({ type: "text/html; charset=utf-8", body });

/** A mail that holds so many others, each of which holds as many again, so many times over. */
const mailsWithin = (count: number, depth: number): Buffer =>
  depth === 0
    ? aMail({ body: lines(complete) })
    : aMail({
        type: `multipart/mixed; boundary="q${depth}"`,
        body: `${`--q${depth}\r\nContent-Type: message/rfc822\r\n\r\n${mailsWithin(count, depth - 1)}\r\n`.repeat(count)}--q${depth}--`,
      });

/** Mails made to keep a reader busy or to break it. */
export const hostileMails: { name: string; raw: () => Buffer }[] = [
  {
    name: "a flat table of 5 MB",
    raw: () => html(`<table>${"<tr><td>Surname</td><td>ASHDOWN</td></tr>".repeat(125_000)}</table>`),
  },
  {
    name: "a flat table just within the limit",
    raw: () => html(`<table>${"<tr><td>Surname</td><td>ASHDOWN</td></tr>".repeat(24_000)}</table>`),
  },
  {
    name: "tables nested 3,000 deep",
    raw: () =>
      html(`${"<table><tr><td>".repeat(3_000)}Surname: ASHDOWN${"</td></tr></table>".repeat(3_000)}`),
  },
  { name: "words in bold 300,000 deep", raw: () => html(`${"<b>".repeat(300_000)}Surname: ASHDOWN`) },
  { name: "lists nested 90,000 deep", raw: () => html(`${"<dl><dt>x".repeat(90_000)}`) },
  {
    name: "a cell of 20,000 rows",
    raw: () => html(`<table><tr><td><table>${"<tr><td>Surname: ASHDOWN</td></tr>".repeat(20_000)}`),
  },
  { name: "divisions nested 60,000 deep", raw: () => html(`${"<div>".repeat(60_000)}Surname: ASHDOWN`) },
  {
    name: "1,000 parts",
    raw: () =>
      aMail({
        type: 'multipart/mixed; boundary="p"',
        body: `${"--p\r\nContent-Type: text/plain\r\n\r\nSurname: ASHDOWN\r\n".repeat(990)}--p--`,
      }),
  },
  {
    name: "too many parts",
    raw: () =>
      aMail({
        type: 'multipart/mixed; boundary="p"',
        body: `${"--p\r\nContent-Type: text/plain\r\n\r\nx\r\n".repeat(3_000)}--p--`,
      }),
  },
  {
    name: "a header of 273 kB",
    raw: () => aMail({ from: `${"a ".repeat(136_500)}<a@b.example>`, body: lines(complete) }),
  },
  {
    name: "a header of comments",
    raw: () => aMail({ from: `${"(".repeat(100_000)}a@b.example`, body: lines(complete) }),
  },
  { name: "a line of 900 kB", raw: () => aMail({ body: `Circumstances: ${"a:b - c ".repeat(110_000)}` }) },
  { name: "a line of 900 kB without a space", raw: () => aMail({ body: "a".repeat(900_000) }) },
  { name: "colons only", raw: () => aMail({ body: `Surname: ${":".repeat(900_000)}` }) },
  { name: "labels only", raw: () => aMail({ body: `Surname: ${"DOB: ".repeat(180_000)}` }) },
  { name: "quotation marks only", raw: () => aMail({ body: ">".repeat(900_000) }) },
  { name: "spaces only, then a word", raw: () => aMail({ body: `Surname:${" ".repeat(900_000)}x` }) },
  { name: "200,000 short lines", raw: () => aMail({ body: "a: b\r\n".repeat(160_000) }) },
  {
    name: "From lines without end",
    raw: () => aMail({ body: "From: a\r\nSent: b\r\nTo: c\r\n".repeat(30_000) }),
  },
  {
    name: "children without end",
    raw: () =>
      aMail({
        body: Array.from({ length: 20_000 }, (_, at) => `Surname: A${at}\r\nForename: B${at}\r\n`).join(""),
      }),
  },
  { name: "a style of 900 kB", raw: () => html(`<style>${".a{".repeat(300_000)}</style>${lines(complete)}`) },
  { name: "style sheets nobody closes", raw: () => html(`${"<style ".repeat(120_000)}${lines(complete)}`) },
  {
    name: "one rule for each of many classes",
    raw: () =>
      html(
        `<style>${Array.from({ length: 3_000 }, (_, at) => `.a${at}.x{color:red}`).join("")}</style>${'<p class="x">x</p>'.repeat(20_000)}`,
      ),
  },
  { name: "choices without end", raw: () => html("<select><option>x".repeat(50_000)) },
  {
    name: "cells that each reach down over fifty rows",
    raw: () =>
      html(
        `<table>${`<tr>${"<td rowspan=50 colspan=50>ab".repeat(100)}${"<tr><td>x<td>y".repeat(49)}`.repeat(120)}`,
      ),
  },
  {
    name: "5 MB of empty lines attached",
    raw: () =>
      multipart("mixed", [
        { type: "text/plain", body: lines(complete) },
        { type: "application/octet-stream", body: "\n".repeat(5_000_000) },
      ]),
  },
  { name: "1,024 mails within one another", raw: () => mailsWithin(2, 10) },
  { name: "4,096 mails within one another", raw: () => mailsWithin(4, 6) },
  {
    name: "a Date of brackets",
    raw: () => aMail({ date: "(".repeat(360_000), body: lines(complete) }),
  },
  {
    name: "a video of 10 MB passed on twice",
    raw: () => {
      const video = `${"QUFB".repeat(19)}\r\n`.repeat(128_000);
      const parts = [
        { type: "text/plain", body: lines(complete) },
        { type: "video/mp4; name=a.mp4", headers: ["Content-Transfer-Encoding: base64"], body: video },
      ];
      return ["once", "twice"].reduce(
        (mail, boundary) =>
          aMail({
            type: `multipart/mixed; boundary="${boundary}"`,
            body: `--${boundary}\r\nContent-Type: message/rfc822\r\n\r\n${mail}\r\n--${boundary}--`,
          }),
        multipart("mixed", parts),
      );
    },
  },
  { name: "dots and dashes", raw: () => aMail({ body: ". - – — = ... ".repeat(64_000) }) },
  {
    name: "negations without end",
    raw: () => aMail({ body: `${lines(complete)}Summary: ${"no CSE or ".repeat(80_000)}` }),
  },
];
