import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startHost } from "../../../localstack/host/host.ts";
import { aFreePort, portIsFree } from "../../../localstack/host/ports.ts";

describe("a port somebody else listens on", () => {
  it("is said in one sentence, with a free one and how to take it", async () => {
    const port = await aFreePort();
    const squatter = createServer();
    await once(squatter.listen(port, "127.0.0.1"), "listening");
    const stateDir = mkdtempSync(join(tmpdir(), "host-"));
    const said = await startHost({ port, stateDir }).then(
      () => "",
      (error: Error) => error.message,
    );
    squatter.close();
    const [, other] = /in use: .+ "export SAFE_RETURN_LAB_PORT=(\d+)"\.$/.exec(said) ?? [];
    expect(said).toMatch(new RegExp(`^Port ${port} of 127`));
    expect(Number(other)).toBeGreaterThan(port);
    expect(await portIsFree(Number(other))).toBe(true);
  });
});
