import * as z from "zod";
import { fields } from "./written/fields.ts";
import { changeSchema, guardSchema, ruleSchema } from "./written/rule.ts";
import { documentShape, profileShape, type Shape } from "./written/shapes.ts";

const entries = {
  rules: z.array(ruleSchema).optional(),
  guards: z.array(guardSchema).optional().describe("Refusals that protect"),
};

const schemaOf = (shape: Shape, title: string): string => {
  const { $schema, ...rest } = z.toJSONSchema(fields(shape), { io: "input", target: "draft-7" });
  // An editor shows a condition's description; `means` and `example` are the README's.
  const shown = (key: string, value: unknown) =>
    (key === "means" || key === "example") && typeof value === "string" ? undefined : value;
  return `${JSON.stringify({ $schema, title, ...rest }, shown)}\n`;
};

/** What an editor completes and checks a file by, as it lies in infra/schemas. */
export const jsonSchemas: Readonly<Record<string, string>> = {
  "protocol.schema.json": schemaOf({ ...documentShape, ...entries }, "A written protocol"),
  "profile.schema.json": schemaOf(
    {
      ...profileShape,
      ...entries,
      changes: z
        .record(z.string(), changeSchema)
        .optional()
        .describe("What it says otherwise, by the duty of a document's rule"),
    },
    "An authority",
  ),
};
