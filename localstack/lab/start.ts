import { endWithTheReader } from "../tools/broken-pipe.ts";
import { openLab } from "./api.ts";
import { LabError } from "./errors.ts";
import { onStderr, type Progress } from "./progress.ts";
import { authorityProfile } from "./stack/authority-profile.ts";
import { consolesOf, demoUsers } from "./stack/console.ts";
import { type LabSettings, labSettings } from "./stack/settings.ts";
import { defaultAuthorities } from "./stack/up-and-down.ts";
import { beginning, ending, story } from "./story/story.ts";
import { tell } from "./story/teller.ts";
import { readable } from "./trouble.ts";

const print: Progress = (line) => process.stdout.write(`${line}\n`);

const next = `
The lab runs on, on its own clock. Try:
  npm run lab -- episode DP-MIS-2026-1183 --authority derby-city
  npm run lab -- outbox --authority leicestershire
  npm run lab -- quarantine --authority leicestershire
  npm run lab -- executions --authority derby-city
  npm run lab -- clock advance 24h
  npm run lab -- record DP-MIS-2026-1183 interview-held --authority derby-city --data '{"method":"face-to-face"}'
  npm run lab -- --help
  npm run lab -- down
`;

/** Where to open it, and as whom. */
const consoleLines = (settings: LabSettings): string => {
  const each = Object.entries(consolesOf(settings, defaultAuthorities)).map(([authority, url]) => {
    const users = demoUsers(authorityProfile(authority)).map(({ name, does }) => `  ${name} – ${does}`);
    return `${url}  ${authorityProfile(authority).name}\n${users.join("\n")}`;
  });
  return `The consoles, on the lab's clock. The certificate is the lab's own: tell the browser to go on. No password:\n\n${each.join("\n\n")}\n`;
};

/** The whole job on real input. The clock only moves forward, so each telling starts in a fresh lab. */
const start = async (): Promise<void> => {
  const settings = labSettings();
  if (!settings.ownHost)
    throw new LabError("npm start tells its story in a lab of its own: unset SAFE_RETURN_ENDPOINT.");
  const lab = openLab(settings);
  if (await lab.down()) onStderr("Stopped the lab that ran, to tell the story from its beginning.");
  const moments = story();
  await lab.up({ at: beginning(moments), tell: onStderr });
  print("\nTimes are London's. \"waits\" is the state of the episode's workflow.\n");
  await tell(lab, moments, ending, print);
  print(next);
  print(consoleLines(settings));
};

endWithTheReader();
try {
  await start();
} catch (error) {
  const trouble = readable(error);
  process.stderr.write(`${trouble.message}\n`);
  process.exitCode = trouble.exitCode;
}
