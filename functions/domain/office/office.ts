import * as z from "zod";
import type { Profile } from "../profile/profile.ts";
import type { OfficeEvent } from "./events.ts";

const moment = { by: z.string(), name: z.string().exactOptional(), at: z.string() };

const handoverSchema = z.object({
  id: z.string(),
  text: z.string(),
  ...moment,
  taken: z.object(moment).exactOptional(),
});

const recipientSchema = z.object({ name: z.string(), addresses: z.array(z.string()) });

export const officeSchema = z.object({
  /** Notes that nobody has taken yet, and the one taken last. */
  handovers: z.array(handoverSchema),
  /** What differs from the profile, by role, with who changed it and why. */
  recipients: z.record(z.string(), recipientSchema.extend({ ...moment, reason: z.string() })),
});

export type Office = z.infer<typeof officeSchema>;
export type Handover = z.infer<typeof handoverSchema>;

export const emptyOffice: Office = { handovers: [], recipients: {} };

const momentOf = ({ by, actor, at }: OfficeEvent) => ({ by, at, ...(actor ? { name: actor.name } : {}) });

const taken = (handovers: readonly Handover[], note: string, event: OfficeEvent): Handover[] => [
  ...handovers.filter(({ id, taken }) => taken === undefined && id !== note),
  ...handovers.filter(({ id }) => id === note).map((one) => ({ ...one, taken: momentOf(event) })),
];

/** Events of the office come in one order, the one in which they were kept. */
export const withEvent = (office: Office, event: OfficeEvent): Office => {
  switch (event.type) {
    case "write-handover": {
      const note = { id: event.id, text: event.data.text, ...momentOf(event) };
      return { ...office, handovers: [...office.handovers, note] };
    }
    case "take-handover":
      return { ...office, handovers: taken(office.handovers, event.data.note, event) };
    case "change-recipient": {
      const { role, name: title, addresses, reason } = event.data;
      const { by, at } = event;
      const changed = { name: title, addresses, by, at, reason };
      return { ...office, recipients: { ...office.recipients, [role]: changed } };
    }
    case "restore-recipient": {
      const { [event.data.role]: _, ...recipients } = office.recipients;
      return { ...office, recipients };
    }
  }
};

/** Notes the next person has to read: the oldest first. */
export const pinned = ({ handovers }: Office): Handover[] =>
  handovers.filter(({ taken }) => taken === undefined);

/** The profile with its roles held as the office says now. A role that it no longer has is nobody's. */
export const peopled = (profile: Profile, { recipients }: Pick<Office, "recipients">): Profile => {
  const held = Object.entries(recipients)
    .filter(([role]) => Object.hasOwn(profile.recipients, role))
    .map(([role, { name, addresses }]) => [role, { name, addresses }]);
  return held.length === 0
    ? profile
    : { ...profile, recipients: { ...profile.recipients, ...Object.fromEntries(held) } };
};
