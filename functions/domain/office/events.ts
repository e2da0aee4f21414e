import * as z from "zod";
import { actorSchema, channelSchema } from "../console/actor.ts";

const text = z.string().trim().min(1);

/** What somebody does for the whole authority, beside any one episode; each is an event of its own. */
export const officeSchemas = {
  /** What the next person at the desk has to know; pinned until one of them takes it. */
  "write-handover": z.strictObject({ text: text.max(20_000) }),
  "take-handover": z.strictObject({ note: text }),
  /** Who holds a role of the profile's, and which mailboxes reach them. */
  "change-recipient": z.strictObject({
    role: text,
    name: text.max(200),
    addresses: z.array(z.email()).min(1).max(10),
    reason: text,
  }),
  /** As the profile has it again. */
  "restore-recipient": z.strictObject({ role: text, reason: text }),
} as const;

export type OfficeAct = keyof typeof officeSchemas;
export const officeActs = Object.keys(officeSchemas) as OfficeAct[];
export const isOfficeAct = (act: string): act is OfficeAct => Object.hasOwn(officeSchemas, act);

const common = {
  id: z.string(),
  at: z.string(),
  by: z.string(),
  channel: channelSchema,
  actor: actorSchema.exactOptional(),
};

export const officeEventSchema = z.discriminatedUnion("type", [
  z.object({ ...common, type: z.literal("write-handover"), data: officeSchemas["write-handover"] }),
  z.object({ ...common, type: z.literal("take-handover"), data: officeSchemas["take-handover"] }),
  z.object({ ...common, type: z.literal("change-recipient"), data: officeSchemas["change-recipient"] }),
  z.object({ ...common, type: z.literal("restore-recipient"), data: officeSchemas["restore-recipient"] }),
]);

export type OfficeEvent = z.infer<typeof officeEventSchema>;
