/** Word's hidden text goes through mammoth as a highlight of a colour there is not. */
const vanish = /<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/g;
const fieldTags = /<w:fldSimple\b[^>]*>|<\/w:fldSimple>/g;
/** A character named by its number in a font that is no symbol font: mammoth knows only those of symbol fonts. */
const plainSymbol = /<w:sym\b(?=[^>]*\sw:char="(?!F0)([0-9A-F]{4})")[^>]*\/>/gi;

const controls =
  /<w:sdt[\s>]|<\/w:sdt>|<w:showingPlcHdr(?:\s+w:val="(?:1|true|on)")?\s*\/>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g;
const usualPrompt = /^\W*(?:click|tap|choose|enter|select|type|insert|pick|dd\b)|^\s*$/i;

/** Begins what stands in a box nobody filled in: whoever writes the page takes it for hidden. */
export const unfilled = "\ue0f1";

/**
 * A content control says so while it shows its prompt. The usual prompts say nothing; a program that fills in boxes
 * may forget to unset the sign, so that a person should see what else stands there.
 */
const withoutPrompts = (xml: string): string => {
  if (!xml.includes("<w:showingPlcHdr")) return xml;
  const open: { isPrompt: boolean }[] = [];
  return xml.replace(controls, (tag: string, text: string | undefined) => {
    const control = open.at(-1);
    if (tag.startsWith("<w:sdt")) open.push({ isPrompt: false });
    else if (tag === "</w:sdt>") open.pop();
    else if (text === undefined) {
      if (control) control.isPrompt = true;
    } else if (control?.isPrompt)
      return usualPrompt.test(text) ? "" : `<w:t xml:space="preserve">${unfilled}${text}</w:t>`;
    return tag;
  });
};

/** Word's XML in the words mammoth knows. What a simple field holds is text as any other; two lines strike as one does. */
export const knownXml = (xml: string): string =>
  withoutPrompts(xml)
    .replace(vanish, '<w:highlight w:val="hidden"/>')
    .replace(fieldTags, "")
    .replace(/<w:dstrike\b/g, "<w:strike")
    .replace(plainSymbol, "<w:t>&#x$1;</w:t>");
