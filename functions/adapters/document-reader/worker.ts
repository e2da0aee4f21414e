import { parentPort, workerData } from "node:worker_threads";
import { findAttachment } from "../mail-reader/find-attachment.ts";
import { readDocumentHere } from "./read-document.ts";

export type DocumentRequest = { raw: Uint8Array; digest: string };

// Up to here a failure is the deployment's, from here on the file's.
parentPort?.postMessage({ kind: "started" });
const { raw, digest } = workerData as DocumentRequest;
const file = await findAttachment(raw, digest);
parentPort?.postMessage(file ? await readDocumentHere(file) : { kind: "not-there" });
