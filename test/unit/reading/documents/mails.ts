import { hash } from "node:crypto";
import { anAttachment } from "../../../builders/attachment.ts";
import { multipart } from "../mails.ts";

export const digestOf = (file: Uint8Array): string => hash("sha256", file);

/** A mail that says nothing but that a file is attached. */
export const aMailWith = (name: string, file: Uint8Array): Buffer =>
  multipart("mixed", [{ type: "text/plain", body: "Please see attached." }, anAttachment(name, file)]);
