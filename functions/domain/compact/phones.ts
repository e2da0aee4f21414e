/** A United Kingdom number, or one with its country, in E.164. Anything else is left for a person to read. */
export const readPhone = (raw: string): string | undefined => {
  const digits = raw.replace(/\(0\)/g, "").replace(/[\s().-]/g, "");
  const found = /^(?:\+|00)([1-9]\d{7,14})$|^0([1-9]\d{8,9})$/.exec(digits);
  if (!found) return undefined;
  if (found[2]) return `+44${found[2]}`;
  const international = found[1] as string;
  return /^44/.test(international) && !/^44[1-9]\d{8,9}$/.test(international)
    ? undefined
    : `+${international}`;
};
