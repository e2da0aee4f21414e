export type Part = { name: string; contentType: string; disposition: string; related: boolean };

export type Handling = "mail" | "text" | "html" | "document" | "ignored" | "encrypted" | "zip" | "unreadable";

const signatures = new Set([
  "application/pgp-signature",
  "application/pkcs7-signature",
  "application/x-pkcs7-signature",
]);
const invitations = new Set(["text/calendar", "text/vcard", "text/x-vcard", "application/ics"]);
const documents = new Set([
  "application/pdf",
  "application/x-pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
]);
const locked =
  /^application\/(?:(?:x-)?pkcs7-mime|pgp-encrypted|(?:x-microsoft-|vnd\.ms-)rpmsg(?:-message)?)$/;
const harmless = /^(?:image|audio|video|font)\//;

/** What to do with a part that is not body text. A picture shown within the body is decoration; one attached may be a scan. */
export const handlingOf = ({ name, contentType, related }: Part): Handling => {
  if (contentType === "message/rfc822" || contentType === "message/global" || /\.eml$/i.test(name))
    return "mail";
  if (signatures.has(contentType) || invitations.has(contentType)) return "ignored";
  if (related && harmless.test(contentType)) return "ignored";
  if (locked.test(contentType) || /\.(?:rpmsg|p7m)$/i.test(name)) return "encrypted";
  if (documents.has(contentType) || /\.(?:pdf|docx)$/i.test(name)) return "document";
  if (contentType === "text/plain" || /\.txt$/i.test(name)) return "text";
  if (contentType === "text/html" || /\.html?$/i.test(name)) return "html";
  if (
    contentType === "message/delivery-status" ||
    contentType === "text/rfc822-headers" ||
    contentType === "message/disposition-notification"
  )
    return "ignored";
  if (/zip/.test(contentType) || /\.zip$/i.test(name)) return "zip";
  return "unreadable";
};

/** The first entry of a zip says in its flags whether it is locked. */
export const isLockedZip = (start: Buffer): boolean =>
  start.length > 7 && start.readUInt32LE(0) === 0x04034b50 && (start.readUInt16LE(6) & 1) === 1;
