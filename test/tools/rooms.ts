import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

type Room = {
  /** Rooms it may import. */
  from: readonly string[];
  /** Of these only the types. */
  typesOf?: readonly string[];
  /** Packages it may not import: what they do is another room's. */
  without?: RegExp;
};

const aws = /^@aws-(?:sdk|lambda-powertools)\//;

/** Who may import whom. What a room is for stands in its README. */
const rooms: Record<string, Room> = {
  domain: { from: [], without: /^@aws-|^node:(?:fs|process|os|path)/ },
  reading: { from: ["domain"], without: aws },
  core: { from: ["domain"], typesOf: ["reading"], without: /^@aws-|^node:fs/ },
  html: { from: ["domain"], without: aws },
  adapters: { from: ["core", "html", "domain"] },
  shell: { from: ["adapters", "core", "html", "reading", "domain"] },
};

/** A use case is handed its adapters by its handler: handler → use case → domain. */
const useCase: Room = { from: ["core", "html", "reading", "domain"], without: aws };
const handler: Room = { from: Object.keys(rooms) };

const IMPORT = /(?:^|\n)(?:import|export)\s+(type\s)?[^;"']*?from\s+"([^"]+)"|import\(\s*"([^"]+)"/g;

const lawOf = (room: string, file: string): Room =>
  rooms[room] ?? (file.endsWith("/handler.ts") ? handler : useCase);

const faultOf = (file: string, what: string, typesOnly: boolean): string | undefined => {
  const room = file.split("/")[1] ?? "";
  const law = lawOf(room, file);
  if (!what.startsWith(".")) return law.without?.test(what) ? `may not use ${what}` : undefined;
  const target = normalize(join(dirname(file), what));
  const [top, other = ""] = target.split("/");
  if (top !== "functions") return `may not import ${target}: it lies outside functions/`;
  if (target.endsWith("/handler.ts")) return `may not import ${target}: nothing imports a handler`;
  if (other === room || law.from.includes(other)) return undefined;
  if (law.typesOf?.includes(other))
    return typesOnly ? undefined : `may import types of ${other} only, with import type: ${target}`;
  return `may not import ${other}: ${target}`;
};

/** Every import that runs up, out of functions/ or into another function. */
export const importFaults = (file: string, source: string): string[] =>
  [...source.matchAll(IMPORT)].flatMap(([, typesOnly, what, lazy]) => {
    const fault = faultOf(file, what ?? lazy ?? "", typesOnly !== undefined);
    return fault ? [`${file} ${fault}`] : [];
  });

/** Every folder of functions/ is a room or one function with its handler. */
export const folderFaults = (folders: readonly string[], hasHandler: (folder: string) => boolean): string[] =>
  folders
    .filter((folder) => !(folder in rooms) && !hasHandler(folder))
    .map((folder) => `functions/${folder} is no room and has no handler.ts`);

if (import.meta.main) {
  const files = globSync("functions/*/**/*.ts");
  const folders = [...new Set(files.map((file) => file.split("/")[1] ?? ""))];
  const faults = [
    ...folderFaults(folders, (folder) => existsSync(`functions/${folder}/handler.ts`)),
    ...files.flatMap((file) => importFaults(file, readFileSync(file, "utf8"))),
  ];
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
