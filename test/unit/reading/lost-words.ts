import type { CompactDraft } from "../../../functions/domain/compact/compact.ts";
import type { OpenedMail } from "../../../functions/reading/compact/document.ts";
import { mostUnread } from "../../../functions/reading/compact/unread/account-for.ts";
import { vocabulary } from "../../../functions/reading/compact/words/vocabulary.ts";
import { openMail } from "../../../functions/reading/mail-reader/open-mail.ts";
import { readAccountably } from "../../../functions/reading/read-mail.ts";

const wordsIn = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Every word a mail shows, gathered without the reader. */
const shownWords = (mail: OpenedMail): string[] => [
  ...wordsIn(mail.subject ?? ""),
  ...mail.views.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === "row" ? block.cells.flatMap(wordsIn) : block.kind === "line" ? wordsIn(block.text) : [],
    ),
  ),
  ...mail.mails.flatMap(({ mail: inner }) => shownWords(inner)),
];

const counted = (words: readonly string[]): Map<string, number> =>
  words.reduce((count, word) => count.set(word, (count.get(word) ?? 0) + 1), new Map<string, number>());

/** Words that may give no value: of labels, titles and answers that say nothing, and what mail programs put before a subject. */
const telling = new Set([...wordsIn(JSON.stringify(vocabulary)), "fw", "fwd", "re"]);

const heldWords = (drafts: readonly CompactDraft[]): ReadonlySet<string> =>
  new Set(drafts.flatMap((draft) => wordsIn(JSON.stringify(draft).replace(/\\[nrt"\\]/g, " "))));

const isCut = ({ unread = [] }: CompactDraft): boolean => unread.join("").length > mostUnread;

/** What of a mail's words got lost on the way to its reports, in words; nothing where law 1 holds. */
export const lostWords = async (raw: Uint8Array): Promise<string[]> => {
  const { reading, account } = await readAccountably(raw);
  const { result } = reading;
  const drafts = [...result.compacts, ...(result.status === "accepted" ? (result.waiting ?? []) : [])];
  const accounted = account();
  const shown = counted(shownWords(await openMail(raw, false)));
  const kept = counted(accounted.flatMap(({ text }) => wordsIn(text)));
  const held = heldWords(drafts);
  const nowhere = [...shown].filter(([word, count]) => (kept.get(word) ?? 0) !== count).map(([word]) => word);
  const unread = accounted.filter(({ became }) => became === "unread");
  const untold = unread
    .filter(({ text, whose }) => {
      const told = drafts.filter((draft) => draft.unread?.includes(text) || isCut(draft)).length;
      return drafts.length > 0 && (whose.length === 0 || told < whose.length);
    })
    .map(({ text }) => `unread and in no report: ${text}`);
  const unheld = accounted
    .filter(({ became }) => became === "read")
    .flatMap(({ text }) => wordsIn(text))
    .filter((word) => drafts.length > 0 && !held.has(word) && !telling.has(word));
  return [
    ...nowhere.map((word) => `accounted for nowhere: ${word}`),
    ...untold,
    ...unheld.map((word) => `taken for read and in no report: ${word}`),
  ];
};
