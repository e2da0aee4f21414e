const alreadyPlain = /^[a-z0-9]+(?: [a-z0-9]+)*$/;
const beyondAscii = /[\u0080-\uffff]/;

/** Words only, in lower case: "D.O.B.", "Forename(s)" and "Date & Time of Return" lose what differs between forms. */
export const plainWords = (text: string): string => {
  const lower = text.toLowerCase();
  if (alreadyPlain.test(lower)) return lower;
  const open = lower.includes("(") ? lower.replace(/\(s\)/g, "s").replace(/\([^()]*\)/g, " ") : lower;
  // Looking up what is a letter in all of Unicode costs most of this, and few labels need it.
  return beyondAscii.test(open)
    ? open
        .replace(/[.'’‘`*]/g, "")
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim()
    : open
        .replace(/[.'`*]+/g, "")
        .replace(/[^a-z0-9]+/g, " ")
        .trim();
};

const uneven = /[^\S ]|\s\s/;

/** Every stretch of white space as one space. Most text is so already, and looking costs less than replacing. */
export const evenSpaces = (text: string): string => (uneven.test(text) ? text.replace(/\s+/g, " ") : text);

export const collapse = (text: string): string => evenSpaces(text).trim();
