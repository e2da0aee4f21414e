import type { ErrorCode } from "yaml";

const words: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: "begins with a tab: indent with spaces",
  BAD_INDENT: "is not indented as what it belongs to, or a [ lacks its ], a { its }",
  BLOCK_AS_IMPLICIT_KEY:
    'has a second ": " on its line, or is indented too far: a text with ": " stands in quotes',
  MULTILINE_IMPLICIT_KEY:
    'lacks ": " after its name, or its text goes on over the line: begin the text on a line of its own after ">-"',
  MISSING_CHAR: "lacks a closing quote, bracket or comma",
  BLOCK_IN_FLOW: "lacks a comma between two entries of { } or [ ]",
  MULTIPLE_DOCS: 'begins a second document: take the line "---" away',
  BAD_SCALAR_START: "begins a text with a character that YAML keeps for itself: put the text in quotes",
  UNEXPECTED_TOKEN: "has something that cannot stand there: look at the indent, the quotes and the brackets",
};

/** A fault of the YAML itself, and what to write instead. */
export const yamlErrorInWords = (code: ErrorCode, message: string): string => words[code] ?? message;
