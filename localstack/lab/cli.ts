import { endWithTheReader } from "../../functions/shell/broken-pipe.ts";
import { runLab } from "./main.ts";

endWithTheReader();
process.exitCode = await runLab(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
