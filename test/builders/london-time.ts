import { inLondon } from "../../functions/domain/calendar/london.ts";

export const twoFigures = (n: number): string => String(n).padStart(2, "0");

/** "14/11/2026 21:30" in London, as a force writes it. */
export const asForcesWrite = (at: number): string => {
  const { day, month, year, hour, minute } = inLondon(at);
  return `${twoFigures(day)}/${twoFigures(month)}/${year} ${twoFigures(hour)}:${twoFigures(minute)}`;
};

/** As the header of a mail has it. */
export const asMailsDate = (at: number): string => new Date(at).toUTCString().replace("GMT", "+0000");
