/** A MIME part with a file, for `multipart` in test/unit/reading/mails.ts. */
export const anAttachment = (name: string, content: Uint8Array, type = "application/octet-stream") => ({
  type: `${type}; name="${name}"`,
  headers: ["Content-Transfer-Encoding: base64", `Content-Disposition: attachment; filename="${name}"`],
  body: Buffer.from(content).toString("base64").replace(/.{76}/g, "$&\r\n"),
});
