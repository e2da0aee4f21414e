import {
  authorityNames,
  readWithPapers,
  unfollowedDocuments,
  unknownAuthority,
} from "../../../infra/read-authority.ts";
import { endWithTheReader } from "../broken-pipe.ts";
import { answer } from "./explain-profile.ts";

endWithTheReader();
const [command, ...rest] = process.argv.slice(2);
if (command === "migrate") {
  // It asks what is deployed, which the others need no client for.
  const { migrateCommand } = await import("./migrate-cli.ts");
  await migrateCommand(rest);
} else if (command === "tables" && rest.length === 0) {
  const { writeGenerated } = await import("../../../infra/compile/generated.ts");
  for (const file of writeGenerated()) console.log(file);
} else {
  const { lines, code } = answer(process.argv.slice(2), {
    names: authorityNames,
    unknown: unknownAuthority,
    read: readWithPapers,
    unfollowed: unfollowedDocuments,
  });
  (code === 0 ? console.log : console.error)(lines.join("\n"));
  process.exitCode = code;
}
