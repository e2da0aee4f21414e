import { describe, expect, it } from "vitest";
import { folderFaults, importFaults } from "../../tools/rooms.ts";

const fault = (file: string, line: string): string | undefined => importFaults(`functions/${file}`, line)[0];

describe("which room of functions/ may import which", () => {
  it.each([
    ["domain/duty/duty.ts", 'import { x } from "../calendar/instant.ts";'],
    ["core/fire-rungs/fire-rungs.ts", 'import type { Reading } from "../../reading/reading.ts";'],
    ["adapters/dynamo/claims.ts", 'import type { Claims } from "../../core/ports/letters.ts";'],
    ["keep-token/handler.ts", 'import { tokens } from "../adapters/dynamo/tokens.ts";'],
    ["serve-console/pages/list.ts", 'import { page } from "../../html/page.ts";'],
  ])("%s may hold %s", (file, line) => expect(fault(file, line)).toBeUndefined());

  it.each([
    ["domain/duty/duty.ts", 'import { x } from "../../reading/reading.ts";', "may not import reading"],
    [
      "domain/duty/duty.ts",
      'import { S3Client } from "@aws-sdk/client-s3";',
      "may not use @aws-sdk/client-s3",
    ],
    ["domain/duty/duty.ts", 'import { readFileSync } from "node:fs";', "may not use node:fs"],
    ["reading/read-mail.ts", 'import { x } from "../core/ports/ledger.ts";', "may not import core"],
    [
      "core/a/a.ts",
      'import { readMail } from "../../reading/parse-compact.ts";',
      "may import types of reading only",
    ],
    ["core/a/a.ts", 'import { claims } from "../../adapters/dynamo/claims.ts";', "may not import adapters"],
    [
      "adapters/dynamo/claims.ts",
      'import { decide } from "../../ingest-compact/decide.ts";',
      "may not import ingest-compact",
    ],
    ["adapters/dynamo/claims.ts", 'import { log } from "../../shell/log.ts";', "may not import shell"],
    ["html/mail.ts", 'import { log } from "../shell/log.ts";', "may not import shell"],
    ["shell/task.ts", 'import { x } from "../keep-token/keep-token.ts";', "may not import keep-token"],
    [
      "keep-token/keep-token.ts",
      'import { tokens } from "../adapters/dynamo/tokens.ts";',
      "may not import adapters",
    ],
    [
      "decide-quarantine/handler.ts",
      'import { decide } from "../ingest-compact/decide.ts";',
      "may not import ingest-compact",
    ],
    ["hand-over/hand-over.ts", 'import { handler } from "./handler.ts";', "nothing imports a handler"],
    ["hand-over/handler.ts", 'import { synth } from "../../infra/synth.ts";', "lies outside functions/"],
    ["domain/duty/duty.ts", 'const x = await import("../../shell/log.ts");', "may not import shell"],
    [
      "domain/duty/duty.ts",
      'import {\n  a,\n  b,\n} from "../../core/ports/writes.ts";',
      "may not import core",
    ],
  ])("%s may not hold %s", (file, line, why) => expect(fault(file, line)).toContain(why));

  it("takes a folder for a room or one function with its handler", () => {
    const faults = folderFaults(["domain", "keep-token", "helpers"], (folder) => folder === "keep-token");
    expect(faults).toEqual(["functions/helpers is no room and has no handler.ts"]);
  });
});
