import { badArgument } from "../errors.ts";
import { episodesText, episodeText } from "../views/episodes.ts";
import { oneAuthority, running, type Shell } from "./command.ts";

export const addEpisodes = ({ program, open, answer }: Shell): void => {
  program
    .command("episodes")
    .description("every episode, and what comes next in it")
    .action(async () => {
      const authority = oneAuthority(program);
      const value = await (await running(open)).episodesAhead(authority);
      answer({ value, text: episodesText(value) });
    });
  program
    .command("episode <ref>")
    .description("one episode: its events and duties")
    .action(async (reference: string) => {
      if (!reference.trim()) throw badArgument("Say which episode: its reference.");
      const authority = oneAuthority(program);
      const value = await (await running(open)).episode(reference, authority);
      answer({ value, text: episodeText(value) });
    });
};
