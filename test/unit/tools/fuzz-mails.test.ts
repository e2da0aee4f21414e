import { describe, expect, it } from "vitest";
import { MAILS_A_PIECE, mailAt, pieceOf, pieces, placeAfter, placeIn } from "../../tools/fuzz-mails.ts";

describe("the mails of the fuzzer", () => {
  const order = { mails: MAILS_A_PIECE + 3, from: 7 };

  it("come in pieces of consecutive seeds, the last cut short", () => {
    const all = [...pieces(order)];
    expect(all.map(({ seed, raws }) => [seed, raws.length])).toEqual([
      [7, MAILS_A_PIECE],
      [8, 3],
    ]);
    expect(all[1]?.raws).toEqual(pieceOf(8).slice(0, 3));
  });

  it.each([0, 1, MAILS_A_PIECE - 1, MAILS_A_PIECE, MAILS_A_PIECE + 2])(
    "are known by seed and number: mail %i of an order again",
    (read) => {
      const all = [...pieces(order)].flatMap(({ raws }) => raws);
      expect(mailAt(placeAfter(order, read))).toEqual(all[read]);
    },
  );

  it("are named as a failure names them", () => {
    expect(placeIn("12:7")).toEqual({ seed: 12, index: 7 });
    expect([`12:${MAILS_A_PIECE}`, "12", "a:1", ""].map(placeIn)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
