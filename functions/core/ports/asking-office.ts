import * as z from "zod";
import type { Actor } from "../../domain/console/actor.ts";
import { type Office, officeSchema } from "../../domain/office/office.ts";

/** What became of something that somebody wanted to do for the whole authority. */
export type OfficeAnswer =
  | { outcome: "done"; office: Office }
  | { outcome: "refused"; faults: { says: string }[] };

/** The same as another function answers it. */
export const officeAnswerSchema: z.ZodType<OfficeAnswer> = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("done"), office: officeSchema }),
  z.object({ outcome: z.literal("refused"), faults: z.array(z.object({ says: z.string() })) }),
]);

/** `id`: the form's; sent twice, it is done once. */
export type AskOffice = (act: {
  id: string;
  office: string;
  actor: Actor;
  data: unknown;
}) => Promise<OfficeAnswer>;
