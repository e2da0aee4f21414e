import { badArgument } from "../errors.ts";
import { onStderr } from "../progress.ts";
import { consolesOf } from "../stack/console.ts";
import { readTime } from "../times.ts";
import { namedAuthorities, type Shell } from "./command.ts";

export const addUpAndDown = ({ program, open, answer }: Shell): void => {
  program
    .command("up")
    .description(
      "start LocalStack and deploy the authorities (--authority may be repeated; leicestershire and derby-city without it)",
    )
    .option("--at <iso>", "where the clock stands at a first start")
    .action(async (flags: { at?: string }) => {
      const at = flags.at === undefined ? undefined : readTime(flags.at);
      const lab = open();
      const up = await lab.up({ authorities: namedAuthorities(program), at, tell: onStderr });
      const { endpoint, ownHost } = lab.settings;
      const consoles = ownHost ? consolesOf(lab.settings, up) : {};
      const lines = Object.entries(consoles).map(([name, url]) => `The console of ${name}: ${url}`);
      answer({
        value: { endpoint, authorities: up, consoles },
        text: [`Up at ${endpoint}: ${up.join(", ")}.`, ...lines].join("\n"),
      });
    });
  program
    .command("down")
    .description("stop LocalStack; everything in it is gone")
    .action(async () => {
      const lab = open();
      if (!lab.settings.ownHost) throw badArgument("SAFE_RETURN_ENDPOINT is not ours to stop.");
      const stopped = await lab.down();
      answer({ value: { stopped }, text: stopped ? "Stopped." : "Nothing ran." });
    });
};
