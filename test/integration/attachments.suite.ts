import { describe, expect, it } from "vitest";
import { readEpisode } from "../../localstack/lab/episode/read-episode.ts";
import { anAttachment } from "../builders/attachment.ts";
import { aDocx } from "../builders/docx.ts";
import { aPdf, printed } from "../builders/pdf.ts";
import { missingMail } from "./support/compact-mail.ts";
import { hoursFrom, LEICESTERSHIRE, lab } from "./support/lab.ts";

type File = { name: string; of: (pairs: string[][]) => Buffer };

/** A missing report whose words stand in a file; the mail around it only says so. */
const attachedReport = async (reference: string, { name, of }: File): Promise<Buffer> => {
  const now = await lab.now();
  const plain = missingMail({ reference, surname: "QUILL", at: hoursFrom(now, -3), sentAt: now });
  const [head = "", body = ""] = Buffer.from(plain).toString().split("\r\n\r\n");
  const headers = head
    .replace(/^Content-Type: .*$/m, 'Content-Type: multipart/mixed; boundary="part"')
    .replace(/^Subject: .*$/m, "Subject: Report attached");
  const lines = body.split("\r\n").filter(Boolean);
  const file = anAttachment(name, of(lines.map((line) => line.split(": "))));
  const parts = [
    "--part",
    "Content-Type: text/plain",
    "",
    "Please see attached.",
    "--part",
    `Content-Type: ${file.type}`,
    ...file.headers,
  ];
  return Buffer.from([headers, "", ...parts, "", file.body, "--part--", ""].join("\r\n"));
};

const word: File = { name: "QUILL report.docx", of: (rows) => aDocx([{ rows }]) };
const pdf: File = { name: "QUILL report.pdf", of: (rows) => aPdf([{ texts: printed(rows) }]) };
const scan: File = { name: "QUILL scan.pdf", of: () => aPdf([{ picture: true }]) };

const send = async (reference: string, file: File) =>
  lab.sendAndWait({ raw: await attachedReport(reference, file), authority: LEICESTERSHIRE });

export const attachments = (): void => {
  describe("a report that is attached", () => {
    it.each([
      ["a Word file", "MP/26/110001", word],
      ["a PDF file", "MP/26/110002", pdf],
    ])("as %s starts an episode, whose record says which file said so", async (_what, reference, file) => {
      expect(await send(reference, file)).toMatchObject({ outcome: "applied", episodes: [reference] });
      const { id, status } = await lab.episode(reference, LEICESTERSHIRE);
      expect(status).toBe("missing");
      const stored = await readEpisode(id, lab.clients, await lab.chosen(LEICESTERSHIRE));
      const read = stored?.events.find((event) => event.kind === "compact")?.compact;
      expect(read?.provenance.dateOfBirth?.source).toBe(`attachment:${file.name}`);
    });

    it("as a scan waits for a person, who is mailed without the file's name", async () => {
      const sent = await send("MP/26/110003", scan);
      expect(sent).toMatchObject({ outcome: "quarantined", episodes: [] });
      expect(sent.reasons).toContain("unreadable-attachment:QUILL scan.pdf");
      const alert = (await lab.outbox()).find((mail) => mail.subject.includes(sent.mailId));
      expect(alert?.text).toContain("unreadable-attachment");
      expect(alert?.text).not.toContain("QUILL");
    });
  });
};
