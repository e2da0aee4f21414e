import type { Block } from "../document.ts";
import { textOf } from "../forms/segments.ts";
import { isOfSignature, type KnownLabel } from "../words/fields.ts";
import type { Lexicon } from "../words/lexicon.ts";

const ofTheChild =
  /\b(?:she|he|her|him|girl|boy|misper(?!@)|yp|young (?:person|woman|man|lady)|the (?:child|missing)|(?:this|the|found|missing) report(?! message (?:button|add-?in|tool)))\b/i;

const labelsOf = (block: Block, text: string, lexicon: Lexicon): KnownLabel[] =>
  (block.kind === "row" ? block.cells : text.includes(":") ? [text.split(":", 1)[0] ?? ""] : []).flatMap(
    (label) => lexicon.labelOf(label) ?? [],
  );

/** "PS please ignore the above": no line of a signature begins so. */
const addsSomething = /^\W*(?:p\.?\s?s\b|n\.?b\b|please|note|update|correction|apologies|sorry)/i;

const wordsOf = (block: Block): string => (block.kind === "row" ? block.cells.join(" ") : textOf(block));

/** An address, a number or a page: below a closing it is how to reach the writer. */
const reachesWriter = /\S@\S|\+?\d[\d ()-]{8,}\d|\bwww\.|https?:/i;

/** Its subject is every mail, everybody, whatever may be: "Any contract …", "Recipients should …", "If a child …". */
const ofAllMails =
  /^[\W\d]*(?:any|every|recipients?|addressees?|users?|contracts?|views|opinions|(?:internet |external |our |all )?(?:e-?mails?|messages|communications|transmissions)|(?:if|when|where|should|unless) (?:you(?:r|['’]re)?|a|an|any|anyone|anybody|someone|somebody))\b/i;
/** This report, this day, this place in the mail: no sentence printed below every mail points to one. */
const pointsHere =
  /\b(?:above|below|earlier|today|tonight|yesterday|(?:this|the|last) (?:morning|afternoon|evening|night|find|record|notification|update|case|episode|incident)|again|sorry|apologies|now|recalled|withdrawn|(?:disregard|ignore) (?:this|the))\b|\d\d[:.]?\d\d\s*(?:hrs?\b|h\b)|\d[/.-]\d/i;

/**
 * A sentence printed below every mail speaks of all mails and of all who get them; whoever takes back a report names it,
 * or the child.
 */
export const isPrinted = (sentence: string): boolean =>
  ofAllMails.test(sentence) && !ofTheChild.test(sentence) && !pointsHere.test(sentence);

const rank =
  /^(?:[AT]\/)?(?:Police (?:Constable|Sergeant|Staff)|P\.?C|P\.?S|DC|DS|DI|DCI|Det(?:ective)?|Sgt|Sergeant|Insp(?:ector)?|PCSO|Staff|Constable)\.?\s(?=\S)/u;
const named = /^(?:[\p{Lu}\d][^\s]*|of|and|the|for|from|at|in|on|&|\||[-–—/])$/u;
/** "PC 4018 Gareth Wynn", "Response Team C": names, places and figures, and no word that says anything. */
const isOfNames = (text: string): boolean =>
  text.length < 90 && text.split(/\s+/).every((word) => named.test(word));

/**
 * A signature is the lines below its closing up to the next gap, and below that what says how to reach the writer; until
 * the form goes on. Whatever speaks of the child, or begins as an afterthought does, is none.
 */
export const withoutSignatures = (blocks: readonly Block[], lexicon: Lexicon): Block[] => {
  let signing: "no" | "ranked" | "closed" | "below" = "no";
  let gap = true;
  const isSigned = (text: string): boolean =>
    (signing === "closed" ||
      (signing === "ranked" && isOfNames(text)) ||
      (signing !== "no" && reachesWriter.test(text))) &&
    !ofTheChild.test(text) &&
    !addsSomething.test(text);
  return blocks.map((block): Block => {
    const text = wordsOf(block);
    if (text === "") {
      if (signing !== "no") signing = "below";
      gap = true;
      return block;
    }
    const begins = gap;
    gap = false;
    const labels = labelsOf(block, text, lexicon);
    // "Tel:" and "Station:" are labels of a signature too.
    const goesOn = labels.some(({ field }) => signing === "no" || !isOfSignature(field));
    if (goesOn) signing = "no";
    else if (block.kind === "line" && lexicon.isClosing(text) && !lexicon.isFurniture(text))
      signing = "closed";
    else if (begins && block.kind === "line" && rank.test(text) && isOfNames(text)) signing = "ranked";
    else if (isSigned(text)) return { kind: "gap" };
    return block;
  });
};

/** A disclaimer and a word about the child may stand in one paragraph. */
export const allSentences = (text: string): string[] => text.split(/(?<=[.!?;])\s+(?=\S)|\n\s*\n/);

/**
 * Those that no mail system wrote. What stands between two sentences of a disclaimer is a third, for nobody writes there;
 * unless it speaks of the child, or begins as an afterthought does.
 */
export const sentencesIn = (text: string, lexicon: Lexicon): string[] =>
  text.split(/\n\s*\n/).flatMap((paragraph) => {
    const sentences = allSentences(paragraph);
    const systems = sentences.map(
      (one) => (lexicon.isFurniture(one) || lexicon.isBanner(one)) && !ofTheChild.test(one),
    );
    const [first, last] = [systems.indexOf(true), systems.lastIndexOf(true)];
    return sentences.filter(
      (one, at) =>
        !systems[at] && (at < first || at > last || ofTheChild.test(one) || addsSomething.test(one)),
    );
  });
