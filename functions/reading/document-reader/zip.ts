import { inflateRawSync } from "node:zlib";
import { Refusal } from "./refusal.ts";

type Entry = { at: number; packed: number; size: number; deflated: boolean; locked: boolean };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const mostEntries = 5_000;
/** The text of the longest report is a small part of it; all entries read from one archive together. */
const mostUnpacked = 40_000_000;

const endOf = (bytes: Buffer): number => {
  const earliest = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= earliest; at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  throw new Refusal("damaged");
};

const directoryOf = (bytes: Buffer): Map<string, Entry> => {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostEntries) throw new Refusal("too-large");
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = 0; n < count; n += 1) {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw new Refusal("damaged");
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    // Two readers may each take another of two entries with one name.
    if (entries.has(name)) throw new Refusal("damaged");
    entries.set(name, {
      at: bytes.readUInt32LE(at + 42),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      deflated: bytes.readUInt16LE(at + 10) === 8,
      locked: (bytes.readUInt16LE(at + 8) & 1) === 1,
    });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
};

const packedBytes = (bytes: Buffer, { at, packed }: Entry): Buffer => {
  if (bytes.readUInt32LE(at) !== LOCAL) throw new Refusal("damaged");
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  return bytes.subarray(start, start + packed);
};

/** Never trusts a size it is told: unpacking stops at the limit, whatever the archive says of itself. */
const unpack = (packed: Buffer, { deflated }: Entry, most: number): Buffer => {
  if (!deflated) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    throw new Refusal(code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : "damaged");
  }
};

export type Zip = { exists: (name: string) => boolean; read: (name: string) => Buffer };

/** An archive whose entries are unpacked when asked for, all of them within one limit. Throws only `Refusal`. */
export const openZip = (bytes: Buffer): Zip => {
  const entries = inBounds(() => directoryOf(bytes));
  let left = mostUnpacked;
  return {
    exists: (name) => entries.has(name),
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) throw new Refusal("damaged");
      if (entry.locked) throw new Refusal("encrypted");
      if (entry.size > left) throw new Refusal("too-large");
      const content = inBounds(() => unpack(packedBytes(bytes, entry), entry, left));
      left -= content.length;
      return content;
    },
  };
};

/** An archive that points outside itself is cut short or made up. */
const inBounds = <T>(read: () => T): T => {
  try {
    return read();
  } catch (cause) {
    throw cause instanceof Refusal ? cause : new Refusal("damaged");
  }
};
