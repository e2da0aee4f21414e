import { type Answer, download } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { toInstant } from "../../../domain/calendar/instant.ts";
import { calendarFile } from "../../../html/calendar.ts";
import type { Console } from "../../console.ts";
import { episodeOf } from "../../visitor.ts";
import { notFound } from "../not-found.ts";

const HOUR_MS = 3_600_000;

/** The interview as it was last booked. A calendar may be seen by others: it gets the reference and no name or place. */
export const booking = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const opened = await episodeOf(visit, console);
  const booked = opened?.context.episode.actions.findLast(({ type }) => type === "book-interview");
  if (!opened || !booked) return notFound(visit, visit.session, console);
  const from = toInstant(String(booked.data.for));
  const { episodeId, reference } = opened.row;
  const entry = {
    from,
    to: from + HOUR_MS,
    title: `Return interview – ${reference}`,
    uid: `${episodeId}-booking`,
  };
  return download(
    `interview-${reference}.ics`,
    "text/calendar; charset=utf-8",
    calendarFile([entry], visit.now),
  );
};
