import * as z from "zod";
import { actionNameSchema } from "../../../functions/domain/episode/action-names.ts";
import { ladders } from "../../../functions/domain/profile/ladder.ts";
import { conditionSchema } from "./conditions.ts";
import { evidenceSchema } from "./evidence.ts";
import { fields, oneOrMore, said, slug, text } from "./fields.ts";
import { ownerSchema } from "./owners.ts";
import { ruleId, rungSchema, told } from "./rungs.ts";
import { limitSchema } from "./times.ts";

const clause = text.describe('The source\'s own number, in quotes: "5.4", or several: "6.7, 8"');

const ruleFields = {
  id: ruleId,
  clause,
  source: text.optional().describe("Left out: the document it stands in"),
  duty: slug("return-interview"),
  title: text,
  act: text,
  ladder: z.enum(ladders),
  when: conditionSchema,
  due: oneOrMore(limitSchema).optional().describe("Left out where the source sets no limit"),
  localLimit: z
    .literal(true)
    .optional()
    .describe("The limit is local practice: the source asks for the duty and sets none"),
  owner: ownerSchema,
  tells: text.optional().describe("A mail to the owner as soon as the duty arises"),
  rungs: z.array(rungSchema).optional(),
  endedBy: evidenceSchema.optional().describe("Done once any of these is recorded"),
  excusedBy: evidenceSchema.optional().describe("No longer required once any of these is recorded"),
  doneWhen: conditionSchema.optional(),
  notRequired: z.array(fields({ when: conditionSchema, reason: text })).optional(),
  series: z.literal(true).optional(),
  firstBy: limitSchema
    .optional()
    .describe(
      "Of a series: the limit of the first; where none was held by then, the next is counted from it",
    ),
  urgent: z.literal(true).optional().describe("Out of hours its mails go to whoever is there then as well"),
  again: z.literal(true).optional(),
  closes: z
    .literal(true)
    .optional()
    .describe("A manager's closure: done, whatever else is open on the episode ends with its reason"),
  notice: z.literal(true).optional(),
  carries: z.enum(["compact", "interview", "attempts", "child-copy", "news"]).optional(),
  draft: z.array(text).min(1).optional(),
};

const own = (evidence: Record<string, unknown>, duty: string): Record<string, unknown> =>
  evidence.action === "duty-done" && evidence.with === undefined ? { ...evidence, with: { duty } } : evidence;

/** One sentence of a protocol, as it is written. */
export const ruleSchema = fields(ruleFields)
  .transform(({ tells, rungs = [], endedBy = [], excusedBy = [], urgent, ...rule }) =>
    said({
      ...rule,
      rungs: [...(tells === undefined ? [] : [told(tells)]), ...rungs].map((rung) =>
        urgent ? { ...rung, urgent } : rung,
      ),
      endedBy: [
        ...endedBy.map((one) => own(one, rule.duty)),
        ...excusedBy.map((one) => ({ ...own(one, rule.duty), as: "not-required" })),
      ],
    }),
  )
  .meta({ id: "rule" });

/** What an authority says otherwise of a rule it follows; what is left out stays as the document has it. */
export const changeSchema = fields(ruleFields).omit({ duty: true }).partial().meta({ id: "change" });

export const guardSchema = fields({
  id: ruleId,
  clause,
  source: ruleFields.source,
  actions: oneOrMore(actionNameSchema),
  refuseWhen: conditionSchema,
  local: z.boolean().optional().describe("Local practice: the source does not refuse it"),
  says: text,
})
  .transform((guard) => said(guard))
  .meta({ id: "guard" });

export const permittedContactSchema = fields({ id: text, clause, when: conditionSchema, says: text });

export const sectionSchema = fields({
  id: text,
  title: text,
  clause: clause.optional(),
  source: text.optional(),
  topics: z.array(text).min(1).optional(),
  forChild: text.optional(),
}).transform((section) => said(section));
