import { describe, expect, it } from "vitest";
import { actionRequestSchema } from "../../../functions/record-action/request.ts";

describe("a request to record an action", () => {
  const request = { reference: "MP/26/004417", action: "letter-sent", by: "worker" };

  it("needs no data and no time where the action needs none", () => {
    expect(actionRequestSchema.parse({ ...request, id: "one" })).toEqual({ ...request, id: "one" });
  });

  it("has an id of its own where the caller gives none", () => {
    const ids = [request, request].map((r) => actionRequestSchema.parse(r).id);
    expect(new Set(ids).size).toBe(2);
  });
});
