const turning = /[\u202b\u202e\u2067]|&#(?:x0*20(?:2b|2e|67)|0*(?:8235|8238|8295))(?![0-9a-f])/i;

/** Whether a reader sees letters in another order than they are written in: a name read off the bytes is another's. */
export const turnsLetters = (written: string): boolean => turning.test(written);
