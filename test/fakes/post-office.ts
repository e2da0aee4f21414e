import type { SendLetter } from "../../functions/core/ports/letters.ts";
import { PermanentError, TransientError } from "../../functions/domain/errors.ts";
import type { Letter } from "../../functions/domain/letters/letter.ts";
import type { Clock } from "./clock.ts";
import type { Io } from "./io.ts";

/** SES: keeps what it took, can be away, and can refuse a letter, for now or for good. */
export const aPostOffice = (io: Io, clock: Clock) => {
  const sent: { at: string; letter: Letter; messageId: string }[] = [];
  const state: {
    down: boolean;
    refuses: (letter: Letter) => boolean;
    refusesForGood: (letter: Letter) => boolean;
  } = { down: false, refuses: () => false, refusesForGood: () => false };
  const send: SendLetter = (letter) =>
    io.call("SES", () => {
      if (state.down || state.refuses(letter)) throw new TransientError("sending a mail: ServiceUnavailable");
      if (state.refusesForGood(letter)) throw new PermanentError("sending a mail: MessageRejected");
      const messageId = `message-${sent.length + 1}`;
      sent.push({ at: clock.iso(), letter, messageId });
      return messageId;
    });
  return {
    send,
    sent,
    state,
    subjects: () => sent.map(({ letter }) => letter.subject),
    rules: () => sent.map(({ letter }) => letter.rules.join(" ")),
    /** "LEI-01 LEI-03 -> a@b.example": who got what in one mail. */
    inShort: () => sent.map(({ letter }) => `${letter.rules.join(" ")} -> ${letter.to.join(", ")}`),
  };
};
