import { faultInWords } from "../../../functions/domain/profile/fault.ts";
import { authorityNames, readAuthority, unknownAuthority } from "../../../infra/read-authority.ts";
import { endWithTheReader } from "../broken-pipe.ts";
import { answer } from "./explain-profile.ts";

endWithTheReader();
const [command, ...rest] = process.argv.slice(2);
if (command === "migrate") {
  // It asks what is deployed, which the other two need no client for.
  const { migrateCommand } = await import("./migrate-cli.ts");
  await migrateCommand(rest);
} else {
  const { lines, code } = answer(process.argv.slice(2), {
    names: authorityNames,
    unknown: unknownAuthority,
    read: readAuthority,
    inWords: (name, fault) => `infra/profiles/${name}.json: ${faultInWords(fault)}`,
  });
  (code === 0 ? console.log : console.error)(lines.join("\n"));
  process.exitCode = code;
}
