import type { CompactKind, Risk } from "../../../domain/compact/compact.ts";
import type { Block, View } from "../document.ts";
import { isEnding } from "../values/kinds.ts";
import { readRisk } from "../values/risks.ts";
import { type Field, isAside, isOfReport } from "../words/fields.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { plainWords } from "../words/plain-words.ts";
import { type Form, type Pair, readForm } from "./form.ts";
import { segmentsOf, textOf } from "./segments.ts";

/** What one hand wrote of a mail, read as a form. */
export type Part = {
  form: Form;
  blocks: readonly Block[];
  subject?: string;
  from?: string;
  own?: boolean;
  answered?: boolean;
};

export const identifies = ({ known, value }: Pair): boolean =>
  known !== undefined && value !== "" && isOfReport(known.field);

const isReport = ({ form }: Part): boolean => form.pairs.filter(identifies).length > 1;

/** What the words above a quoted report say that the report may not. */
export type OwnWords = {
  fields: ReadonlySet<Field>;
  kinds: ReadonlySet<CompactKind>;
  risk?: Risk;
  reference?: string;
};

const kindsAbove = (blocks: readonly Block[], lexicon: Lexicon): CompactKind[] =>
  blocks.flatMap((block) => {
    const text = textOf(block);
    if (!text) return [];
    const kinds = [...lexicon.kindsIn(text)].filter(isEnding);
    if (lexicon.tellsReturn(text)) kinds.push("found");
    if (lexicon.retracts(text)) kinds.push("cancelled");
    return kinds;
  });

const riskAbove = (blocks: readonly Block[], lexicon: Lexicon): Risk | undefined => {
  for (const block of blocks) {
    const words = plainWords(textOf(block));
    const after =
      /\brisk\b(?: (?:is|has|now|been|gone|up|down|level|raised|lowered|increased|reduced|to|as|assessed|graded))* (no apparent|very low|low|medium|high|very high)\b/.exec(
        words,
      );
    const before = /\b(low|medium|high) risk\b/.exec(words);
    const grade = after?.[1] ?? before?.[1];
    const read = grade ? readRisk(grade, { lexicon, source: "", latestYear: 0 }).said?.risk : undefined;
    if (read) return read as Risk;
  }
  return undefined;
};

const ownWords = (parts: readonly Part[], lexicon: Lexicon): OwnWords => {
  const pairs = parts
    .flatMap(({ form }) => form.pairs)
    .filter(({ known, value }) => known && value && !isAside(known.field));
  const blocks = parts.flatMap((part) => part.blocks);
  const risk = riskAbove(blocks, lexicon);
  const reference = pairs.find(({ known }) => known?.field === "reference")?.value;
  return {
    fields: new Set(pairs.flatMap(({ known }) => known?.field ?? [])),
    kinds: new Set(kindsAbove(blocks, lexicon)),
    ...(risk ? { risk } : {}),
    ...(reference ? { reference } : {}),
  };
};

/** The reports of a mail and what stands above the first of them in other hands' words. */
export type Thread = {
  reports: Part[];
  above?: OwnWords;
  /** Whom the mails quoted down to the first report say they are from; none where that is the writer's own. */
  quoted: string[];
  /** Every label with what answers it, whoever wrote it. */
  pairs: Pair[];
  /** No report is the writer's own, and this is how those quoted stand below what the writer says. */
  remark?: Remark;
};

/** What a writer puts above a report of others. */
export type Remark = {
  /** Set as a mail program sets what is answered. */
  answers: boolean;
  /** It points to the report and asks nothing: "see below", "FYI". */
  points: boolean;
};

const pointing =
  /\b(?:below|attached|f\.?y\.?i|for (?:your )?(?:information|attention|action)|forward(?:ed|ing)?|passing (?:this )?on|here (?:it )?is)\b/i;

/** An empty note over what is quoted is none, nor is a title of its own: the mail is all that it quotes. */
const remarkOn = (parts: readonly Part[], first: number, lexicon: Lexicon): Remark | undefined => {
  const texts = parts.slice(0, first).flatMap(({ blocks, own }) => (own ? blocks.map(textOf) : []));
  const isTitle = (text: string): boolean => text.length < 40 && lexicon.kindsIn(text).size > 0;
  if (texts.every((text) => text.trim() === "" || isTitle(text))) return undefined;
  return {
    answers: parts.slice(1, first + 1).some(({ answered }) => answered === true),
    points: texts.some((text) => pointing.test(text)) && !texts.some((text) => text.includes("?")),
  };
};

/**
 * The writer's own words if they are a report; else the mails quoted below that are, each of which may be about another
 * child. Words above a quoted report are never passed over: they may be the news.
 */
export const threadOf = (view: View, lexicon: Lexicon): Thread => {
  const segments = segmentsOf(view.blocks);
  const parts = segments.map((segment): Part => ({ ...segment, form: readForm(segment.blocks, lexicon) }));
  const own = parts.findLastIndex((part, at) => at > 0 && part.own === true && isReport(part));
  // Written below what is quoted, the writer's own report is the newer one all the same.
  if (own > 0) parts.unshift(...parts.splice(own, 1));
  const first = parts.findIndex(isReport);
  const { from } = parts[Math.max(0, first)] as Part;
  const down = from ? segments.flatMap((segment) => segment.from ?? []) : [];
  const quoted = from ? down.slice(0, down.indexOf(from) + 1) : [];
  const pairs = parts.flatMap(({ form }) => form.pairs);
  const thread = { quoted, pairs };
  if (first < 0) return { ...thread, reports: parts.slice(0, 1) };
  if (first === 0 && own < 0) return { ...thread, reports: [parts[0] as Part] };
  const above = parts.filter((part, at) => at < first || (part.own && !isReport(part)));
  const remark = remarkOn(parts, first, lexicon);
  return {
    ...thread,
    reports: parts.slice(first).filter(isReport),
    above: ownWords(above, lexicon),
    ...(remark ? { remark } : {}),
  };
};
