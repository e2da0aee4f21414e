import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from "yaml";
import { yamlErrorInWords } from "./yaml-words.ts";

type Path = readonly PropertyKey[];
type LineFault = { line: number; problem: string };

/** A file as it is written: what it holds, what is wrong with it as YAML, and on which line a part of it stands. */
export type YamlFile = {
  name: string;
  /** Undefined where the YAML itself can't be read. */
  value: unknown;
  faults: LineFault[];
  /** The line of the deepest part of a path that is there. */
  lineAt: (path: Path) => number;
  /** What was typed at a path: "5.10", which as a number would be 5.1. */
  typedAt: (path: Path) => string | undefined;
};

const keyOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : "");

/** The nodes along a path as far as it goes: a short form ends it early, and a map may stand where a list is meant. */
const nodesAlong = (root: Node | null, path: Path): Node[] => {
  const nodes: Node[] = root ? [root] : [];
  let node: unknown = root;
  for (const step of path) {
    const pair = isMap(node) ? node.items.find((one) => keyOf(one) === String(step)) : undefined;
    if (pair) nodes.push(pair.key as Node);
    node = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) break;
    // An entry of a list begins at its dash's line, a value at its name's.
    if (!pair || isScalar(node)) nodes.push(node);
  }
  return nodes;
};

const byteOrderMark = "\uFEFF";

export const readYaml = (name: string, whole: string): YamlFile => {
  const lines = new LineCounter();
  const text = whole.replace(byteOrderMark, "");
  const doc = parseDocument<Node>(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number | undefined): number => lines.linePos(offset ?? 0).line;
  const faults: LineFault[] = [];
  const say = (offset: number | undefined, problem: string) => faults.push({ line: lineOf(offset), problem });
  if (whole !== text)
    say(0, "begins with an invisible byte-order mark: save it as UTF-8 without one (no BOM)");
  for (const { code, pos } of doc.warnings)
    if (code === "TAG_RESOLVE_FAILED")
      say(pos[0], `"${text.slice(...pos)}" is no text: put it in quotes if it begins with "!"`);
  visit(doc, {
    Alias: (_, node) => {
      say(node.range?.[0], `"*${node.source}" is no text: put it in quotes if it begins with "*"`);
    },
    Map: (_, { items }) => {
      for (const pair of items) {
        const { key } = pair;
        if (!isScalar(key)) continue;
        const first = items.find((one) => keyOf(one) === keyOf(pair));
        if (first && first !== pair && isScalar(first.key))
          say(
            key.range?.[0],
            `"${keyOf(pair)}" stands twice in one entry, first on line ${lineOf(first.key.range?.[0])}: keep one`,
          );
        if (typeof key.value !== "string") {
          say(key.range?.[0], `a number as a name stands in quotes: "${key.source ?? ""}"`);
          key.value = key.source;
        }
      }
    },
  });
  // What a parser says after its first fault is mostly what follows from that.
  const syntax = doc.errors.find(({ code }) => code !== "DUPLICATE_KEY");
  if (syntax && !faults.some(({ line }) => line === lineOf(syntax.pos[0])))
    say(
      syntax.pos[0],
      `${yamlErrorInWords(syntax.code, syntax.message)}; what comes after is checked once this is put right`,
    );
  let broken = syntax !== undefined;
  visit(doc, (_, node) => {
    if (isAlias(node)) broken = true;
  });
  const at = (path: Path): Node | undefined => nodesAlong(doc.contents, path).at(-1);
  return {
    name,
    value: broken ? undefined : doc.toJS(),
    faults,
    lineAt: (path) => lineOf(at(path)?.range?.[0]),
    typedAt: (path) => {
      const node = at(path);
      return isScalar(node) ? node.source : undefined;
    },
  };
};
