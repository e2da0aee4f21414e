import { describe, expect, it } from "vitest";
import { LEASE_MS } from "../../../../functions/core/fire-rungs/leases.ts";
import { functionCatalogue } from "../../../../infra/functions.ts";

describe("the lease of a claim", () => {
  it.each(Object.entries(functionCatalogue))("outlasts %s: who holds it at the end is dead", (_name, fn) => {
    expect(LEASE_MS).toBeGreaterThan(fn.timeoutSeconds * 1_000);
  });
});
