import { fileURLToPath } from "node:url";

const stub = (name) => fileURLToPath(new URL(`./stubs/${name}.mjs`, import.meta.url));

/** What mailparser loads and, with the options the reader gives it, never uses, or Node has itself. For esbuild's `alias`. */
export const aliases = {
  ...Object.fromEntries(["html-to-text", "linkify-it", "tlds", "he"].map((name) => [name, stub("unused")])),
  "iconv-lite": stub("iconv-lite"),
  "encoding-japanese": stub("encoding-japanese"),
};
