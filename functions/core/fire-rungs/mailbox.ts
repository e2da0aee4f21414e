import { createHash } from "node:crypto";
import { mailboxOf } from "../../domain/duty/untold.ts";

/** A mailbox by what tells it from every other: addresses stay out of keys and ids. */
export const mailboxKey = (address: string): string =>
  createHash("sha256").update(mailboxOf(address)).digest("hex").slice(0, 16);
