import { readdirSync } from "node:fs";
import { profiles, readAuthority } from "../../infra/read-authority.ts";
import { answer } from "./explain-profile.ts";

const names = (): string[] =>
  readdirSync(profiles)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .sort();

const { lines, code } = answer(process.argv.slice(2), { names, read: readAuthority });
(code === 0 ? console.log : console.error)(lines.join("\n"));
process.exitCode = code;
