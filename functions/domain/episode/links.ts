import { createHash } from "node:crypto";
import * as z from "zod";
import { toInstant } from "../calendar/instant.ts";
import type { ActionEvent, EpisodeEvent } from "./events.ts";

/** What is kept with a link beside what the person said: the other episode, and the rows it is linked in. */
const linkSchema = z.object({
  other: z.string(),
  otherId: z.string(),
  keys: z.array(z.string()),
  reason: z.string(),
});

export type Link = z.infer<typeof linkSchema> & { by: string; at: string };

const isLink = (event: EpisodeEvent): event is ActionEvent =>
  event.kind === "action" && (event.type === "link-child" || event.type === "unlink-child");

/** The links that stand: of each other episode the last word counts, and at the same second the one that parts. */
export const linksIn = (events: readonly EpisodeEvent[]): Link[] => {
  const said = events
    .filter(isLink)
    .toSorted(
      (a, b) =>
        toInstant(a.recordedAt) - toInstant(b.recordedAt) ||
        Number(a.type === "unlink-child") - Number(b.type === "unlink-child"),
    );
  const standing = new Map<string, Link>();
  for (const { type, data, by, at } of said) {
    const link = linkSchema.safeParse(data).data;
    if (link && type === "link-child") standing.set(link.otherId, { ...link, by, at });
    else standing.delete(String(data.otherId));
  }
  return [...standing.values()];
};

/** A row of their own, for two episodes of which neither says enough of its child to have one. */
export const linkKeyOf = (one: string, other: string): string => {
  const pair = [one, other].toSorted().join("\u0000");
  return `child#${createHash("sha256").update(`link\u0000${pair}`).digest("hex").slice(0, 32)}`;
};
