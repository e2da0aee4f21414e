import * as z from "zod";
import { fields, oneOrMore, said, slug, text, written } from "./fields.ts";
import { amountSchema, type Moment, momentSchema } from "./times.ts";

export const ruleId = written(
  /^([A-Z]{3}-)?\d\d$/,
  'has to be two figures, such as "04", or the authority\'s three letters with them, such as "LEI-04"',
);

const idOf = ({ from, amount }: Moment): string => {
  if (from === "created") return "told";
  if (amount === 0) return "limit";
  return amount < 0 ? "reminder" : "escalate";
};

/** Who is mailed when. `id` goes without saying: told, reminder, limit or escalate, by `at`. */
export const rungSchema = fields({
  at: momentSchema,
  every: amountSchema
    .optional()
    .describe(
      "Again and again until the duty ends; by the day, the first is a mail and the others stand in the morning list",
    ),
  to: oneOrMore(text).default(["owner"]).describe("Roles; left out, the owner"),
  says: text,
  id: slug("not-held").optional(),
  rule: ruleId.optional().describe("Where an escalation has a rule of its own"),
  clause: text.optional(),
  act: text.optional().describe("What these people are to do, where it is another thing than the owner's"),
  urgent: z.literal(true).optional().describe("Out of hours it goes to whoever is there then as well"),
  local: z
    .union([z.literal(true), z.literal("when")])
    .optional()
    .describe(
      "Local practice: the source does not state this one; `when`: it states the mail, not when it goes",
    ),
})
  .transform(({ at, id, ...rest }) => said({ id: id ?? idOf(at), ...at, ...rest }))
  .meta({ id: "rung" });

/** `tells`: the commonest rung of all. */
export const told = (says: string) => ({ id: "told", from: "created", to: ["owner"], says });
