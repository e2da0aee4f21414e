import { authorityNames, readAuthority, unknownAuthority } from "../../infra/read-authority.ts";
import { endWithTheReader } from "../shell/broken-pipe.ts";
import { answer } from "./explain-profile.ts";

endWithTheReader();
const { lines, code } = answer(process.argv.slice(2), {
  names: authorityNames,
  unknown: unknownAuthority,
  read: readAuthority,
});
(code === 0 ? console.log : console.error)(lines.join("\n"));
process.exitCode = code;
