import { toIso } from "../../../functions/domain/calendar/instant.ts";
import { readDuration, readTime, shortlyIso } from "../times.ts";
import { advancedText } from "../views/clock.ts";
import { running, type Shell } from "./command.ts";

export const addClock = ({ program, open, answer }: Shell): void => {
  const clock = program.command("clock").description("read the clock, or move it forward");
  clock.action(async () => {
    const iso = toIso(await (await running(open)).now());
    answer({ value: { now: iso }, text: `It is ${shortlyIso(iso)} in London.` });
  });
  clock
    .command("advance <time>")
    .description("72h, 90m, 3d, 1w, 30s or 1d2h")
    .action(async (text: string) => {
      const seconds = readDuration(text);
      const value = await (await running(open)).advanceBy(seconds);
      answer({ value, text: advancedText(value) });
    });
  clock
    .command("to <iso>")
    .description("a time with its zone, such as 2026-11-20T09:00Z")
    .action(async (text: string) => {
      const target = readTime(text);
      const value = await (await running(open)).advanceTo(target);
      answer({ value, text: advancedText(value) });
    });
};
