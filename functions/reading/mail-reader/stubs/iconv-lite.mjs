// Node knows every charset of a mail by itself (TextDecoder, full ICU), so iconv-lite's half a megabyte of tables stays out
// of the bundle. The names and the shape are those libmime asks for.
const refused = new Map(["utf7", "utf7imap", "base64", "hex"].map((name) => [name, { refused: name }]));
const codecs = new Map([["utf32", { decoder: {}, unknown: true }]]);
const renamed = { utf16: "utf-16le", macroman: "macintosh", maccyrillic: "x-mac-cyrillic" };

const bare = (name) =>
  String(name)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
const refusedName = (name) => bare(name).replace(/^(?:cs)?unicode11/, "");

const labelOf = (name) => {
  try {
    return new TextDecoder(renamed[bare(name)] ?? String(name)).encoding;
  } catch {
    return undefined;
  }
};

const getCodec = (name) => {
  const key = bare(name);
  const known = refused.get(refusedName(name)) ?? codecs.get(key);
  if (known) return known;
  const label = labelOf(name);
  if (!label) throw new Error(`Encoding not recognized: ${key}`);
  const codec = { label, decoder: {} };
  codecs.set(key, codec);
  return codec;
};

const decoderOf = (name) => new TextDecoder(getCodec(name).label);

const encodingExists = (name) => {
  try {
    return getCodec(name).label !== undefined;
  } catch {
    return false;
  }
};

const decode = (bytes, name) => decoderOf(name).decode(bytes);

const getDecoder = (name) => {
  const decoder = decoderOf(name);
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
};

export default { getCodec, encodingExists, decode, getDecoder };
