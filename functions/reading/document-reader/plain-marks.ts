/** Boxes as fonts and forms have them; Word's symbol fonts (Wingdings) put theirs where Unicode has nothing. */
const ticked =
  /[\u2611\u2612\u2713\u2714\u2327\u2bbd\u{1f5f5}\u{1f5f7}-\u{1f5f9}\uf052\uf054\uf078\uf0fc-\uf0fe]/u;
const clear = /[\u2610\u25a1\u25a2\u25fb\u274f-\u2752\u{1f78e}-\u{1f790}\uf06f-\uf072\uf0a3\uf0a8]/u;
const marks = new RegExp(`(?:(${ticked.source})|${clear.source})\\ufe0e?\\ufe0f?`, "gu");

/** Other pictures of a symbol font, bullets above all. */
const pictures = /[\uf000-\uf0ff]/g;

/** Hyphens Word writes so that no line ends there, in a reference above all. Soft ones are not seen at all. */
const hyphens = /[\u2010\u2011]/g;

/** What an empty box of a Word form says, in Word or printed from it. */
const prompt =
  /\b(?:Click or tap|Click|Tap)(?:\s|<br ?\/?>)+(?:here(?:\s|<br ?\/?>)+)?to(?:\s|<br ?\/?>)+enter(?:\s|<br ?\/?>)+(?:a(?:\s|<br ?\/?>)+date|text)\.|\bChoose(?:\s|<br ?\/?>)+an(?:\s|<br ?\/?>)+item\./g;

/** One notation for what forms write in many: "☒ " and "☐ " for boxes, "-" for hyphens, nothing for a prompt. */
export const plainMarks = (html: string): string =>
  html
    .replace(marks, (_mark, isTicked) => (isTicked ? "☒ " : "☐ "))
    .replace(pictures, " ")
    .replace(hyphens, "-")
    .replace(/\u00ad/g, "")
    .replace(prompt, "");
