import { describe, expect, it } from "vitest";
import { distributionCopy } from "../../../functions/domain/record/distribution-copy.ts";
import type { InterviewRecord } from "../../../functions/domain/record/record.ts";
import { recordPage } from "../../../functions/html/record-page.ts";
import { anAction } from "../../builders/events.ts";
import { aRecord, held, signed, written } from "../../builders/interviewed.ts";

const page = (...actions: Parameters<typeof aRecord>): string =>
  recordPage(distributionCopy(aRecord(...actions)));
/** What a reader sees, without tags and style. */
const words = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const concerned = anAction("interview-held", "2026-11-16T10:00:00Z", {
  method: "face-to-face",
  concerns: { immediate: true, summary: "A man waits at the gate." },
});
const of = (overrides: Partial<InterviewRecord>, ...actions: Parameters<typeof aRecord>) =>
  recordPage(distributionCopy({ ...aRecord(held, ...actions), ...overrides }));

describe("the copy for distribution", () => {
  it("has immediate concerns in a box above all else", () => {
    const html = page(concerned, written, signed);
    expect(html.slice(html.indexOf("<body>"))).toMatch(/^<body><main><table class="concerns"/);
    expect(html.indexOf("A man waits at the gate.")).toBeLessThan(html.indexOf("<h1>"));
    expect(words(html)).toContain("IMMEDIATE CONCERNS");
  });

  it("says so where none is flagged, without a box", () => {
    const html = page(held, written, signed);
    expect(words(html)).toContain("Immediate concerns None flagged.");
    expect(html).not.toContain('<table class="concerns"');
  });

  it("has no name in the file's name or the title, and the child's inside", () => {
    const copy = distributionCopy(aRecord(held, written, signed));
    const [filename, content] = [copy.filename, recordPage(copy)];
    expect(filename).toBe("return-interview.html");
    expect(content).toContain("<title>Return interview – MP/26/004417</title>");
    expect(words(content)).toContain("Child Ellie Marlowe, born 9 March 2011");
  });

  it("says when, where, how and by whom it was held, the next steps, and who signed it off when", () => {
    const interview = anAction(
      "interview-held",
      "2026-11-16T10:00:00Z",
      { method: "face-to-face", place: "The youth centre", independent: true },
      "coordinator",
    );
    const seen = words(page(interview, written, signed));
    expect(seen).toContain("Held Mon 16 Nov 2026, 10:00, face to face");
    expect(seen).toContain("Where The youth centre");
    expect(seen).toContain("By Missing coordinator");
    expect(seen).toContain("Independent Yes");
    expect(seen).toContain("In time Yes; the limit was Wed 18 Nov 2026, 08:00");
    expect(seen).toContain("Next steps A safety plan");
    expect(seen).toContain("Signed off Mon 16 Nov 2026, 14:00, by mo@anyshire.example");
  });

  it("says what is not known instead of leaving it out", () => {
    const seen = words(page(held));
    for (const row of ["Where Not recorded", "Independent Not recorded"]) expect(seen).toContain(row);
    expect(words(page())).toContain("Interview None held");
  });

  it("says that nobody signed it off only where the protocol has it signed off", () => {
    expect(words(of({ asksSignOff: true }, written))).toContain("Signed off Not signed off");
    expect(words(of({ asksSignOff: false }, written))).not.toContain("Signed off");
    expect(words(of({ asksSignOff: false }, written, signed))).toContain("Signed off Mon 16 Nov");
  });

  it.each([
    [{ reasonLate: "An exam" }, "No; the limit was Wed 18 Nov 2026, 08:00. Reason: An exam"],
    [{}, "No; the limit was Wed 18 Nov 2026, 08:00. Reason: none recorded"],
  ])("says why it is late: %o", (data, says) => {
    const late = anAction("interview-held", "2026-11-19T10:00:00Z", { method: "face-to-face", ...data });
    expect(words(page(late))).toContain(`In time ${says}`);
  });

  it("says of one not independent what was exceptional", () => {
    const own = anAction("interview-held", "2026-11-16T10:00:00Z", {
      method: "face-to-face",
      independent: false,
      exceptionalCircumstances: "Ellie asked for her social worker",
    });
    expect(words(page(own))).toContain("Independent No: Ellie asked for her social worker");
  });

  it("says of a telephone interview who approved it, and after which attempts", () => {
    const approval = anAction("approve-telephone", "2026-11-16T09:00:00Z", { attempts: "3 calls, 3 texts" });
    const byPhone = anAction("interview-held", "2026-11-16T10:00:00Z", { method: "telephone" });
    const seen = words(page(approval, byPhone));
    expect(seen).toContain("Held Mon 16 Nov 2026, 10:00, by telephone");
    expect(seen).toContain("Telephone approved Mon 16 Nov 2026, 09:00, by Worker, after: 3 calls, 3 texts");
  });

  it("counts several interviews", () => {
    const again = anAction("interview-held", "2026-11-17T10:00:00Z", { method: "video" });
    const seen = words(page(held, again, { ...signed, at: "2026-11-17T14:00:00Z" }));
    expect(seen).toContain("Interview 1 of 2 Held Mon 16 Nov 2026, 10:00, face to face");
    expect(seen).toContain("Interview 2 of 2 Held Tue 17 Nov 2026, 10:00, by video");
    expect(seen).toContain("Afterwards Next steps");
  });

  it("has the sections numbered, in order, an empty one as not covered", () => {
    const seen = words(page(held, written, signed));
    expect(seen).toContain("1. The child's account You left at night.");
    expect(seen).toContain("2. What would help Not covered");
    expect(seen).toContain("3. The parent's account Her mother heard the door.");
  });

  it("keeps the writer's paragraphs and lines", () => {
    const html = of({ sections: [{ title: "Account", text: "One.\nTwo.\r\n\r\n\nThree." }] });
    expect(html).toContain("<p>One.<br>Two.</p><p>Three.</p>");
  });

  it("escapes whatever was typed, wherever it stands", () => {
    const nasty = `<img src=x onerror="alert(1)"> & </style><script>alert(2)</script>`;
    const html = of({
      reference: nasty,
      authority: nasty,
      child: { name: nasty },
      immediateConcerns: [nasty],
      otherConcerns: [nasty],
      insteadOfChild: [{ from: nasty, summary: nasty, at: 0 }],
      declined: [{ by: nasty, reason: nasty, at: 0 }],
      interviews: [
        {
          at: 0,
          method: nasty,
          heldBy: nasty,
          place: nasty,
          independent: false,
          exceptionalCircumstances: nasty,
          approval: { by: nasty, at: 0, attempts: nasty },
          limit: 0,
          late: true,
          reasonLate: nasty,
          covers: [nasty],
        },
      ],
      sections: [{ title: nasty, text: nasty }],
      signedOff: { by: nasty, at: 0, nextSteps: nasty },
    });
    expect(html).not.toMatch(/<img|<script|onerror="/);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp;");
  });

  it("runs and fetches nothing, prints on A4, and carries reference, authority and page numbers below", () => {
    const html = page(held, written, signed);
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(html).not.toMatch(/<script|<img|<link|url\(|@import|https?:/);
    expect(html).toContain("size: A4");
    expect(html).toContain("counter(page)");
    expect(html).toContain('content: "MP\\2f 26\\2f 004417 \\b7  Anyshire County Council"');
    expect(words(html).trim()).toMatch(/End of the record · MP\/26\/004417 · Anyshire County Council$/);
  });
});
