import * as z from "zod";
import type { Report } from "./make-report.ts";
import { reportNames } from "./report-names.ts";

const cell = z.union([z.string(), z.number(), z.object({ count: z.number(), of: z.number() })]);

const tableSchema = z.object({
  id: z.string(),
  title: z.string(),
  definition: z.object({
    counted: z.string(),
    of: z.string().exactOptional(),
    without: z.string().exactOptional(),
  }),
  columns: z.array(z.string()),
  rows: z.array(z.array(cell)),
  total: z.literal(true).exactOptional(),
});

/** A report as it is kept. */
export const reportSchema: z.ZodType<Report> = z.object({
  report: z.enum(reportNames),
  title: z.string(),
  authority: z.string(),
  rule: z.string(),
  clause: z.string(),
  period: z.object({ name: z.string(), first: z.string(), last: z.string() }),
  cutOff: z.string(),
  provisional: z.boolean(),
  tables: z.array(tableSchema),
  narrative: z.string().exactOptional(),
});
