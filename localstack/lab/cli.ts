import { endWithTheReader } from "../tools/broken-pipe.ts";
import { standardStreams } from "./command-line.ts";
import { runLab } from "./main.ts";

endWithTheReader();
process.exitCode = await runLab(process.argv.slice(2), standardStreams);
