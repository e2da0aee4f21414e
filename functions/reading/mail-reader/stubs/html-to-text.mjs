// The reader never asks mailparser for text made of HTML (`skipHtmlToText`); asking by mistake must not pass unnoticed.
export const htmlToText = () => {
  throw new Error("HTML is not converted by the parser");
};
