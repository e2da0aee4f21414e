import { crc32 } from "node:zlib";

/** A zip archive of one uncompressed file: all that CreateFunction needs. */
export const zipOf = (name: string, text: string): Buffer => {
  const file = Buffer.from(name);
  const content = Buffer.from(text);
  const described = Buffer.alloc(26);
  described.writeUInt16LE(20, 0);
  described.writeUInt32LE(crc32(content), 10);
  described.writeUInt32LE(content.length, 14);
  described.writeUInt32LE(content.length, 18);
  described.writeUInt16LE(file.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), described, file, content]);

  const attributes = Buffer.alloc(14);
  attributes.writeUInt32LE(0o100644 * 0x10000, 6);
  const entry = Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), described, attributes, file]);

  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(entry.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, entry, Buffer.from("PK\x05\x06"), end]);
};
