import { expect } from "vitest";
import { missingMail } from "../../integration/support/compact-mail.ts";
import { LEICESTERSHIRE, lab } from "./console.ts";

let made = 0;

/** An invented report of a child of its own, arrived just now; `changed` spoils it. */
export const reportComes = async (
  becomes: "applied" | "quarantined",
  changed: (mail: string) => string = (mail) => mail,
) => {
  made += 1;
  const reference = `MP/26/41000${made}`;
  const now = await lab.now();
  const raw = missingMail({ reference, surname: "MERLE", at: now - 3 * 3_600_000, sentAt: now });
  const sent = await lab.sendAndWait({
    raw: Buffer.from(changed(Buffer.from(raw).toString())),
    authority: LEICESTERSHIRE,
  });
  expect(sent.outcome).toBe(becomes);
  const [episodeId = ""] = sent.episodes;
  return { reference, mailId: sent.mailId, episodeId };
};
