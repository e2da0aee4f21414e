import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseCompact, type ReadOptions, sesReceiptSchema, trustPolicySchema } from "./parse-compact.ts";

class UsageError extends Error {
  override readonly name = "UsageError";
}

const usage = "Usage: npm run parse -- FILE.eml [--authority NAME] [--receipt FILE.json]";

const readArguments = (args: string[]) => {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { authority: { type: "string" }, receipt: { type: "string" } },
    });
  } catch {
    throw new UsageError(`That is not an option of this command. ${usage}`);
  }
};

const readFile = (path: string | URL, what: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new UsageError(`${what} cannot be read.`, { cause });
  }
};

const readJson = (path: string | URL, what: string): unknown => {
  try {
    return JSON.parse(readFile(path, what).toString("utf8"));
  } catch (cause) {
    throw cause instanceof UsageError ? cause : new UsageError(`${what} is not JSON.`, { cause });
  }
};

const trustOf = (authority: string): NonNullable<ReadOptions["trust"]> => {
  if (!/^[a-z0-9-]+$/.test(authority))
    throw new UsageError("The authority's name is written in small letters, figures and hyphens.");
  const profile = readJson(
    new URL(`../../infra/profiles/${authority}.json`, import.meta.url),
    `The profile of ${authority}`,
  );
  const policy = trustPolicySchema.safeParse(profile);
  if (!policy.success)
    throw new UsageError(
      `The profile of ${authority} does not say which forces it trusts: ${policy.error.issues[0]?.path.join(".")}.`,
    );
  return policy.data;
};

const receiptOf = (path: string): NonNullable<ReadOptions["receipt"]> => {
  const receipt = sesReceiptSchema.safeParse(readJson(path, `The receipt ${path}`));
  if (!receipt.success)
    throw new UsageError(
      `The receipt ${path} is not one SES gives: ${receipt.error.issues[0]?.path.join(".")}.`,
    );
  return receipt.data;
};

const main = async (): Promise<void> => {
  const { values, positionals } = readArguments(process.argv.slice(2));
  const [path] = positionals;
  if (!path || positionals.length > 1) throw new UsageError(usage);
  const raw = readFile(path, `The mail ${path}`);
  const result = await parseCompact(raw, {
    ...(values.authority === undefined ? {} : { trust: trustOf(values.authority) }),
    ...(values.receipt === undefined ? {} : { receipt: receiptOf(values.receipt) }),
  });
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
};

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof UsageError ? error.message : "The mail could not be read for a reason that is not the mail's."}\n`,
  );
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
