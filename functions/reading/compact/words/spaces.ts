const uneven = /[^\S ]|\s\s/;

/** Every stretch of white space as one space. Most text is so already, and looking costs less than replacing. */
export const evenSpaces = (text: string): string => (uneven.test(text) ? text.replace(/\s+/g, " ") : text);

export const collapse = (text: string): string => evenSpaces(text).trim();
