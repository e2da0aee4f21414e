import type { EventEmitter } from "node:events";
import type { Transform } from "node:stream";
import type { MailParser } from "mailparser";

/** A part of a mail as mailparser's splitter finds it, of which only this is read. */
export type Part = {
  type: "node";
  parentNode: Part | false;
  multipart: string | false;
  contentType: string | false;
  charset: string | false;
  encoding: string | false;
  disposition: string | false;
  headers: { getList: () => { key: string; line: string }[] };
  /** What its delimiters are made of, as declared. */
  _boundary?: Buffer | false;
};
type Piece =
  | Part
  | { type: "body"; node: Part; value: Buffer }
  /** Delimiters, and what stands where no part is. */
  | { type: "data"; value?: Buffer };

type Inside = {
  splitter: EventEmitter<{ data: [Piece] }>;
  decoder: { decodeStream: (charset: string) => Transform };
};

export type PieceReader = {
  onPart: (part: Part) => void;
  onBody: (part: Part, encoded: Buffer) => void;
  onOutside: (bytes: Buffer) => void;
};
export type PartReader = PieceReader & {
  decodeStream: (charset: string) => Transform;
};

/**
 * Shows each part before the parser makes anything of it: what the parser then hands over says neither how the parts
 * lie in one another nor what their headers are. The splitter is read piece by piece, so a listener slows nothing.
 */
export const watchParts = (
  parser: MailParser,
  { onPart, onBody, onOutside, decodeStream }: PartReader,
): void => {
  const inside = parser as unknown as Inside;
  inside.decoder = { decodeStream };
  inside.splitter.on("data", (piece) => {
    if (piece.type === "node") onPart(piece);
    else if (piece.type === "body") onBody(piece.node, piece.value);
    else if (piece.value) onOutside(piece.value);
  });
};
