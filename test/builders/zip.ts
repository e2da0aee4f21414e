import { crc32, deflateRawSync } from "node:zlib";

const record = (signature: number, fields: [bytes: 2 | 4, value: number][]): Buffer => {
  const out = Buffer.alloc(4 + fields.reduce((sum, [bytes]) => sum + bytes, 0));
  out.writeUInt32LE(signature, 0);
  let at = 4;
  for (const [bytes, value] of fields) at = out.writeUIntLE(value, at, bytes);
  return out;
};

type ZipOptions = { flags?: number /** What the archive says an entry unpacks to. */; saysSize?: number };

/** An archive of deflated files. */
export const aZip = (
  files: Readonly<Record<string, string | Buffer>>,
  { flags = 0, saysSize }: ZipOptions = {},
): Buffer => {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const common: [2 | 4, number][] = [
      [2, 20],
      [2, flags],
      [2, 8],
      [4, 0],
      [4, crc32(content)],
      [4, packed.length],
      [4, saysSize ?? content.length],
      [2, Buffer.byteLength(name)],
      [2, 0],
    ];
    const entry = Buffer.concat([record(0x04034b50, common), Buffer.from(name), packed]);
    central.push(
      record(0x02014b50, [[2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]]),
      Buffer.from(name),
    );
    local.push(entry);
    at += entry.length;
  }
  const directory = Buffer.concat(central);
  const count = Object.keys(files).length;
  const end = record(0x06054b50, [
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, directory.length],
    [4, at],
    [2, 0],
  ]);
  return Buffer.concat([...local, directory, end]);
};
