import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { jsonSchemas } from "./json-schemas.ts";
import { tables } from "./tables.ts";

const infra = new URL("../", import.meta.url);
const readme = new URL("profiles/README.md", infra);
const [from, to] = ["<!-- Made by npm run profile -- tables -->", "<!-- Until here -->"];

/** A README with its tables as they are now, between the two remarks. */
export const withTables = (text: string): string => {
  const [start, end] = [text.indexOf(from), text.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`infra/profiles/README.md lacks "${from}" or "${to}"`);
  return `${text.slice(0, start)}${from}\n\n${tables()}\n\n${text.slice(end)}`;
};

/** What is made from the shapes of protocols and profiles: the schemas for an editor, the tables for a person. */
export const generated = (): { file: URL; text: string }[] => [
  ...Object.entries(jsonSchemas).map(([name, text]) => ({ file: new URL(`schemas/${name}`, infra), text })),
  { file: readme, text: withTables(readFileSync(readme, "utf8")) },
];

/** Writes what has changed, and says which files they are. */
export const writeGenerated = (): string[] =>
  generated()
    .filter(({ file, text }) => !existsSync(file) || readFileSync(file, "utf8") !== text)
    .map(({ file, text }) => {
      writeFileSync(file, text);
      return `infra/${file.href.slice(infra.href.length)}`;
    });
