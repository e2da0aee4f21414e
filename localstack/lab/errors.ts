/** Expected trouble: one sentence for the person at the keyboard, and what the shell gets. */
export class LabError extends Error {
  override readonly name: string = "LabError";
  readonly exitCode: 1 | 2 | 3;
  /** What `--json` prints in place of the sentence, where the lab itself gave an answer. */
  readonly answer: unknown;

  constructor(sentence: string, { exitCode = 1, answer, cause }: Partial<LabTrouble> = {}) {
    super(sentence, { cause });
    this.exitCode = exitCode;
    this.answer = answer ?? { error: sentence };
  }
}

type LabTrouble = { exitCode: 1 | 2 | 3; answer: unknown; cause: unknown };

export const badArgument = (sentence: string, cause?: unknown) =>
  new LabError(sentence, { exitCode: 2, cause });

export const unknownMail = (mailId: string) =>
  new LabError(`No mail is known by the id ${mailId}.`, {
    exitCode: 3,
    answer: { outcome: "unknown-mail", mailId },
  });

export const unknownEpisode = (reference: string) =>
  new LabError(`No episode is known by the reference ${reference}.`, {
    exitCode: 3,
    answer: { outcome: "unknown-episode", reference },
  });
