import type { ActionEvent, CompactEvent } from "./events.ts";

/** Which mail put an event on the episode: its report, or the note of who attached it. None: a person made it. */
export const mailOf = (event: ActionEvent | CompactEvent): string | undefined => {
  if (event.kind === "compact") return event.opened === undefined ? event.mailId : undefined;
  return event.type === "note" && event.id.startsWith("attached:") ? String(event.data.mailId) : undefined;
};
