import * as z from "zod";
import { type Bodies, isOurs } from "../profile/staff.ts";
import { fail, ok, type Result } from "../result.ts";
import type { Staff } from "./sign-in.ts";

const text = z.string().trim().min(1);

/** Who signed in, as the issuer's token says; roles and teams are those the profile makes of its claims. */
export const actorSchema = z.strictObject({
  subject: text,
  address: z.email(),
  name: text,
  roles: z.array(text),
  teams: z.array(text).exactOptional(),
});

export type Actor = z.infer<typeof actorSchema>;

/** Whoever is signed in, as an act of theirs is kept. */
export const actorOf = ({ subject, address, name, roles, teams }: Staff): Actor => ({
  subject,
  address,
  name,
  roles: [...roles],
  ...(teams.length > 0 ? { teams: [...teams] } : {}),
});

/** Where somebody acted. The lab takes anybody's word for who it was, and so stands on every event of its own. */
export const channels = ["console", "lab"] as const;
export type Channel = (typeof channels)[number];
export const channelSchema = z.enum(channels);

/** As events keep it. Those of before there was a console name neither the channel nor the person. */
export type Who = { by: string; channel: Channel; actor?: Actor };

/** Of something that says it among other things. */
export const whoOf = ({ by, channel, actor }: Who): Who => ({ by, channel, ...(actor ? { actor } : {}) });

export type Asking = { channel?: string | undefined; actor?: Actor | undefined; by?: string | undefined };

const fromLab = ({ by, actor }: Asking, unsaid: string): Result<Who, string[]> => {
  if (actor) return ok({ by: actor.address, channel: "lab", actor });
  return by?.trim() ? ok({ by, channel: "lab" }) : fail([unsaid]);
};

const fromConsole = ({ by, actor }: Asking, bodies: Bodies): Result<Who, string[]> => {
  const faults = [
    ...(by === undefined
      ? []
      : ["by: who did it is who signed in; only the lab says it in words of its own."]),
    ...(actor ? [] : ["actor: nobody is signed in."]),
    ...(actor && !isOurs(actor.address, bodies)
      ? [`actor: ${actor.address} is neither an address of this authority nor of who acts for it.`]
      : []),
  ];
  return actor && faults.length === 0 ? ok({ by: actor.address, channel: "console", actor }) : fail(faults);
};

/** Who did it is who signed in. A name in free text is taken from the lab and from nobody else. */
export const whoActs = (
  asking: Asking,
  bodies: Bodies,
  unsaid = "Say who did it.",
): Result<Who, string[]> => {
  if (asking.channel === "lab") return fromLab(asking, unsaid);
  if (asking.channel === "console") return fromConsole(asking, bodies);
  return fail([`channel: has to be one of ${channels.join(", ")}.`]);
};
