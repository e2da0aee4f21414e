import { beginning, story } from "../../localstack/lab/story/story.ts";
import { accounting } from "./accounting.suite.ts";
import { failures } from "./failures.suite.ts";
import { flood } from "./flood.suite.ts";
import { outages } from "./outages.suite.ts";
import { privacy } from "./privacy.suite.ts";
import { quarantine } from "./quarantine.suite.ts";
import { recovery } from "./recovery.suite.ts";
import { reports } from "./reports.suite.ts";
import { stories } from "./stories.suite.ts";
import { freshLab } from "./support/fresh-lab.ts";
import { lab } from "./support/lab.ts";

freshLab(lab, { at: beginning(story()) });

// One lab and one clock that only moves forward: the stories have dates, the others start wherever it stands.
stories();
accounting();
failures();
outages();
reports();
quarantine();
privacy();
recovery();
// Last, for its mails go on waiting.
flood();
