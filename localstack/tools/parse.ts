import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { TransientError } from "../../functions/domain/errors.ts";
import { parseJson } from "../../functions/domain/parse-json.ts";
import { parseCompact, type ReadOptions, sesReceiptSchema } from "../../functions/reading/parse-compact.ts";
import { readAuthority, unknownAuthority } from "../../infra/read-authority.ts";
import { endWithTheReader } from "./broken-pipe.ts";

class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A reader that could not start: which mail, and why, so that whoever runs it need not guess. */
class NotStarted extends Error {
  override readonly name = "NotStarted";
}

class FaultyProfile extends Error {
  override readonly name = "FaultyProfile";
}

const usage = "Usage: npm run parse -- FILE.eml [--authority NAME] [--receipt FILE.json]";

const readArguments = (args: string[]) => {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        authority: { type: "string" },
        receipt: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch {
    throw new UsageError(`That is not an option of this command. ${usage}`);
  }
};

const readFile = (path: string, what: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new UsageError(`${what} cannot be read.`, { cause });
  }
};

const readJson = (path: string, what: string): unknown => {
  const json = parseJson(readFile(path, what).toString("utf8"));
  if (!json.ok) throw new UsageError(`${what} is not JSON: ${json.error}.`);
  return json.value;
};

const trustOf = (authority: string): NonNullable<ReadOptions["trust"]> => {
  const unknown = unknownAuthority(authority);
  if (unknown !== undefined) throw new UsageError(unknown);
  const profile = readAuthority(authority);
  if (!profile.ok) throw new FaultyProfile(profile.error.join("\n"));
  return profile.value;
};

const receiptOf = (path: string): NonNullable<ReadOptions["receipt"]> => {
  const receipt = sesReceiptSchema.safeParse(readJson(path, `The receipt ${path}`));
  if (!receipt.success)
    throw new UsageError(
      `The receipt ${path} is not one SES gives: ${receipt.error.issues[0]?.path.join(".")}.`,
    );
  return receipt.data;
};

/** An error and what caused it, down to the first. */
const because = (error: unknown): string =>
  error instanceof Error
    ? [error.message, ...(error.cause === undefined ? [] : [because(error.cause)])].join(", because: ")
    : String(error);

const main = async (): Promise<void> => {
  const { values, positionals } = readArguments(process.argv.slice(2));
  if (values.help) return void process.stdout.write(`${usage}\n`);
  const [path] = positionals;
  if (!path || positionals.length > 1) throw new UsageError(usage);
  const raw = readFile(path, `The mail ${path}`);
  const options: ReadOptions = {
    ...(values.authority === undefined ? {} : { trust: trustOf(values.authority) }),
    ...(values.receipt === undefined ? {} : { receipt: receiptOf(values.receipt) }),
  };
  const result = await parseCompact(raw, options).catch((cause: unknown) => {
    throw cause instanceof TransientError
      ? new NotStarted(`The mail ${path} was not read: ${because(cause)}.`, { cause })
      : cause;
  });
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
};

endWithTheReader();
main().catch((error: unknown) => {
  const isKnown = [UsageError, FaultyProfile, NotStarted].some((known) => error instanceof known);
  process.stderr.write(
    `${isKnown && error instanceof Error ? error.message : "The mail could not be read for a reason that is not the mail's."}\n`,
  );
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
