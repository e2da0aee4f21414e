import PostalMime from "postal-mime";
import type { SecondOpinion } from "../../domain/compact/document.ts";
import { bodyViews } from "./body-views.ts";
import { longestText } from "./bounds.ts";

export type FirstOpinion = { text: string; html: string; subject: string };

const words = (text: string | undefined): string => (text ?? "").replace(/\s+/g, " ").trim();
const same = (one: string, other: string | undefined): boolean =>
  one === other || words(one) === words(other);

/**
 * The same bytes through another parser. What two parsers make of one mail differently, a sender may have meant them to:
 * then its own views are read too, and have to say the same. Where the words are the same nothing is read twice.
 */
export const secondOpinion = async (raw: Uint8Array, first: FirstOpinion): Promise<SecondOpinion> => {
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true }).catch(() => undefined);
  if (!mail) return { failed: true };
  const address = mail.from?.address?.trim().toLowerCase();
  const from = address ? { from: address } : {};
  const { html = "", text = "" } = mail;
  if (same(first.text, text) && same(first.html, html) && same(first.subject, mail.subject)) return from;
  if (html.length > longestText || text.length > longestText) return { ...from, failed: true };
  const { views } = bodyViews({ html, text });
  return { ...from, other: { subject: words(mail.subject), views } };
};
