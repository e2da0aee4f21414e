/** What mail programs put around the mail they quote; Outlook writes x_ before the names in a mail quoted again. */
const classes =
  /(?:^|\s)(?:x_)*(?:gmail_quote|yahoo_quoted|protonmail_quote|moz-cite-prefix|moz-forward-container)(?:\s|$)/;
const ids = /^(?:x_)*(?:divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION)$/;

export const beginsQuote = (name: string, { class: said, id, type, cite }: Record<string, string>): boolean =>
  (said !== undefined && classes.test(said)) ||
  (id !== undefined && ids.test(id)) ||
  (name === "blockquote" && (type?.toLowerCase() === "cite" || cite?.startsWith("mid:") === true));
