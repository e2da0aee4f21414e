import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";

const ours = (path: string): string => fileURLToPath(new URL(`../../functions/${path}`, import.meta.url));

/** Packages of which the functions need one small thing, and ours that does it. */
const aliases: Record<string, string> = {
  "@aws-sdk/credential-provider-node": ours("adapters/aws/environment-credentials.ts"),
  "mnemonist/lru-cache": ours("adapters/aws/small-lru-cache.ts"),
  "@smithy/core/event-streams": ours("adapters/aws/no-event-streams.ts"),
};

/** The mail reader knows best what its parser can do without. */
export const bundleAliases = async (): Promise<Record<string, string>> => {
  const reader = (await import(ours("reading/mail-reader/bundle-aliases.mjs"))) as {
    aliases: Record<string, string>;
  };
  return { ...aliases, ...reader.aliases };
};

const nodemailerParts = new Map([
  ["./mime-types.js", ours("adapters/mailer/mime-types.ts")],
  ["../fetch/index.js", ours("adapters/mailer/no-fetch.ts")],
]);

/** nodemailer asks for these by relative path, which an alias can't catch. */
export const slimNodemailer: Plugin = {
  name: "slim-nodemailer",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\/(mime-types|fetch\/index)\.js$/ }, ({ path, importer }) => {
      const part = nodemailerParts.get(path);
      return part && importer.includes("node_modules/nodemailer/") ? { path: part } : undefined;
    });
  },
};

const cannot = 'const cannot = () => { throw new Error("The bundles carry no JSON schemas") };';

/** Every schema of zod can tell its JSON schema. The lab asks for that, the functions never do. */
export const slimZod: Plugin = {
  name: "slim-zod",
  setup({ onLoad }) {
    onLoad({ filter: /zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/ }, async ({ path }) => {
      const names = Object.keys(await import(pathToFileURL(path).href));
      return { contents: `${cannot}\nexport { ${names.map((name) => `cannot as ${name}`).join(", ")} };` };
    });
  },
};

/** Each client of the SDK carries its package's whole description for the sake of its version. */
export const slimPackages: Plugin = {
  name: "slim-packages",
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk\/client-[^/]+\/package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, "utf8")) as { version: string };
      return { contents: JSON.stringify({ version }), loader: "json" };
    });
  },
};

/**
 * The errors whose class our code asks for, or whose contents it reads. Of all others the SDK makes an error of its own
 * by the service's name for it, and by names everything else is told apart.
 */
const askedByClass: Readonly<Record<string, RegExp>> = {
  dynamodb: /ConditionalCheckFailedException|TransactionCanceledException/,
  kms: /^$/,
  lambda: /^$/,
};

const withoutErrorClasses = (path: string, source: string): string => {
  const kept = askedByClass[/client-([a-z0-9]+)/.exec(path)?.[1] ?? ""];
  return kept
    ? source.replaceAll(/^n0_registry\.registerError\((\w+)\$, .*\);$/gm, (line, name: string) =>
        kept.test(name) ? line : "",
      )
    : source;
};

/**
 * The SDK's schemas name their keys by constants of the same file. Said in full, esbuild sees that making a schema
 * does nothing else, and leaves out those of calls that nobody makes.
 */
export const slimSchemas: Plugin = {
  name: "slim-schemas",
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk\/client-[^/]+\/dist-es\/schemas\/schemas_0\.js$/ }, async ({ path }) => {
      const source = withoutErrorClasses(path, await readFile(path, "utf8"));
      const texts = new Map(
        [...source.matchAll(/^const (\w+) = ("[^"\n]*");$/gm)].map(([, name, text]) => [name, text]),
      );
      return {
        contents: source.replaceAll(/\[(\w+)\]:/g, (key, name: string) =>
          texts.has(name) ? `${texts.get(name)}:` : key,
        ),
      };
    });
  },
};
