import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeHost } from "../../../localstack/host/record.ts";
import { hostStatus } from "../../../localstack/host/status.ts";

/** Larger than any process id of Linux. */
const NOBODY = 2 ** 30;

describe("what is known of a host", () => {
  it("is nothing where none was started, or one was stopped", async () => {
    expect(await hostStatus(mkdtempSync(join(tmpdir(), "host-")))).toEqual({ kind: "stopped" });
  });

  it("is that it died, where nobody stopped it and its process is gone", async () => {
    const stateDir = mkdtempSync(join(tmpdir(), "host-"));
    const host = {
      pid: NOBODY,
      port: 1,
      endpoint: "http://127.0.0.1:1",
      stateDir,
      startedAt: "2026-11-14T21:30:00Z",
      clockAt: null,
    };
    writeHost(host);
    expect(await hostStatus(stateDir)).toEqual({ kind: "stopped", died: host });
  });
});
