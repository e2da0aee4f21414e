// TextDecoder reads the Japanese charsets of mail too.
export default {
  convert: (bytes, { from }) => new TextDecoder(/jp$/i.test(from) ? from : "iso-2022-jp").decode(bytes),
};
