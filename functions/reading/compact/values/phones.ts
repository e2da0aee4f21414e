/** How a phone is or whose it is not: "07700 900123 (mum)" may well be her mother's. */
const remark =
  /\s*[(,–-]?\s*\b(?:(?:currently |phone )?(?:switched |turned )?off|(?:own|personal|work)? ?(?:mobile|phone)|no answer|not answering|unanswered|(?:goes |going |straight )*(?:to )?voicemail|dead|not in use)\s*\)?\s*$/i;

/** A United Kingdom number, or one with its country, in E.164. Anything else is left for a person to read. */
export const readPhone = (raw: string): string | undefined => {
  const digits = raw
    .slice(0, 80)
    .replace(remark, "")
    .replace(/\(0\)/g, "")
    .replace(/[\s().-]/g, "");
  const found = /^(?:\+|00)([1-9]\d{7,14})$|^0([1-9]\d{8,9})$/.exec(digits);
  if (!found) return undefined;
  if (found[2]) return `+44${found[2]}`;
  const international = found[1] as string;
  return /^44/.test(international) && !/^44[1-9]\d{8,9}$/.test(international)
    ? undefined
    : `+${international}`;
};
