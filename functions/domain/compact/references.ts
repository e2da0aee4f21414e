/** As written, spaces collapsed. Remarks after it are not part of it. */
const tokens = /[\p{L}\p{N}][\p{L}\p{N}/_.-]*\d[\p{L}\p{N}/_.-]*|\d[\p{L}\p{N}/_.-]*/gu;

export const readReference =
  (key: string) =>
  (value: string): { said?: Record<string, unknown> } => {
    const text = value.replace(/\s+/g, " ").trim();
    const plain = /^[\p{L}\p{N}][\p{L}\p{N} /_.#-]{1,40}$/u.test(text) && /\d/.test(text);
    if (plain) return { said: { [key]: text } };
    const found = text.match(tokens);
    return found?.length === 1 && found[0] ? { said: { [key]: found[0] } } : {};
  };

/** What in a subject has the looks of a reference: at least four figures, letters and strokes between them. */
export const referencesIn = (subject: string): string[] => {
  const found =
    subject.match(
      /(?<![\p{L}\p{N}])(?:\p{L}{1,6}[/-])*(?:\p{L}{0,4}\d[\p{L}\p{N}]*)(?:[/-][\p{L}\p{N}]+)*/gu,
    ) ?? [];
  return found.filter(
    (one) => (one.match(/\d/g)?.length ?? 0) >= 5 && !/^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/.test(one),
  );
};
