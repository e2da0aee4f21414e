import { existsSync, globSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import clients from "@aws-sdk/client-dynamodb/package.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { bundleFunctions } from "../../infra/bundle/build.ts";
import { bundleSizes } from "../../infra/bundle/bundle-sizes.ts";
import { workers } from "../../infra/functions.ts";

const out = join(mkdtempSync(join(tmpdir(), "bundles-")), "bundles");
const metafile = await bundleFunctions(out);

describe("the bundles", () => {
  it.each(bundleSizes(out))("$name weighs $bytes of $budget bytes", ({ bytes, budget }) => {
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(budget);
  });

  it.each(Object.keys(workers))("give %s the code that reads what a stranger wrote", (name) => {
    expect(existsSync(join(out, name, "worker.mjs"))).toBe(true);
  });

  it.each([
    ["Word and PDF files", /node_modules\/(?:mammoth|unpdf|jszip|@xmldom)\//, ["read-attachment"]],
    ["mails", /node_modules\/(?:mailparser|postal-mime)\//, ["ingest-compact", "read-attachment"]],
  ])(
    "keep what opens %s out of every function that need not, and elsewhere in what runs apart",
    (_of, libraries, readers) => {
      const holders = Object.entries(metafile.outputs)
        .filter(([, { inputs }]) => Object.keys(inputs).some((file) => libraries.test(file)))
        .map(([file]) => file.split("/").slice(-2).join("/"));
      expect(holders.sort()).toEqual(readers.map((name) => `${name}/worker.mjs`));
    },
  );

  it("carry credentials from the environment only", () => {
    const chain = Object.keys(metafile.inputs).filter((file) => file.includes("credential-provider"));
    expect(chain).toEqual([]);
  });

  it("carry no code that writes JSON schemas", () => {
    const carries = Object.values(metafile.outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).filter(([file]) => /zod\/v4\/core\/(?:json-schema|to-json)/.test(file)),
    );
    const bytes = carries.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
    expect(bytes / Object.keys(metafile.outputs).length).toBeLessThan(4_000);
  });

  it("carry of the calendar library the functions they use, and not its classes", () => {
    expect(
      Object.keys(metafile.inputs).filter((file) => file.includes("temporal-polyfill/chunks/class")),
    ).toEqual([]);
  });

  it("carry of the SDK's packages the version, and not their scripts", () => {
    const console = readFileSync(join(out, "serve-console/index.mjs"), "utf8");
    expect(console).not.toContain("devDependencies");
    expect(console).toContain(clients.version);
  });

  it("carry of the SDK the call they make, and not those they never make", () => {
    const source = readFileSync(join(out, "decide-quarantine/index.mjs"), "utf8");
    expect(source).toContain("/functions/{FunctionName}/invocations");
    expect(source).not.toContain("/layers/{LayerName}");
    const console = readFileSync(join(out, "serve-console/index.mjs"), "utf8");
    expect(console).not.toMatch(/XksProxy|CodeSigningConfig/);
  });

  it("keep the names that the state machine retries on", () => {
    const source = readFileSync(join(out, "follow-ladder/index.mjs"), "utf8");
    expect(source).toMatch(/name="TransientError"/);
  });
});

describe("the code", () => {
  it("never asks which authority it works for: that is the profile's", () => {
    const named = globSync("{infra,functions}/**/*.ts").filter((file) =>
      /leicester|derby|torbay|rutland|authority\s*[=!]==?\s*["'`]/i.test(
        readFileSync(file, "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, ""),
      ),
    );
    expect(named).toEqual([]);
  });
});
