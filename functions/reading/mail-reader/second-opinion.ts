import PostalMime from "postal-mime";
import type { SecondOpinion } from "../compact/document.ts";
import { visibleText } from "../compact/forms/text-blocks.ts";
import { bodyViews } from "./body-views.ts";
import { longestText } from "./bounds.ts";
import type { Parsed } from "./parse-mail.ts";

type FirstOpinion = Pick<Parsed, "text" | "html" | "envelope">;

const words = (text: string | undefined): string => (text ?? "").replace(/\s+/g, " ").trim();
const same = (one: string, other: string | undefined): boolean =>
  one === other || words(one) === words(other);

/**
 * The same bytes through another parser. What two parsers make of one mail differently, a sender may have meant them to:
 * then its own views are read too, and have to say the same. Where the words are the same nothing is read twice.
 */
export const secondOpinion = async (
  bytes: Uint8Array,
  firsts: readonly [FirstOpinion, ...FirstOpinion[]],
): Promise<SecondOpinion> => {
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true }).catch(() => undefined);
  if (!mail) return { failed: true };
  const address = mail.from?.address?.trim().toLowerCase();
  const from = address ? { from: address } : {};
  const { html = "", text = "" } = mail;
  const isSame = (first: FirstOpinion): boolean =>
    same(first.text, text) && same(first.html, html) && same(first.envelope.subject ?? "", mail.subject);
  if (firsts.some(isSame)) return from;
  if (html.length > longestText || text.length > longestText) return { ...from, failed: true };
  const { views } = bodyViews({ html, text });
  return { ...from, other: { subject: visibleText(words(mail.subject)), views } };
};
