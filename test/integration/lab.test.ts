import { accounting } from "./accounting.suite.ts";
import { attachments } from "./attachments.suite.ts";
import { failures } from "./failures.suite.ts";
import { outages } from "./outages.suite.ts";
import { privacy } from "./privacy.suite.ts";
import { quarantine } from "./quarantine.suite.ts";
import { stories } from "./stories.suite.ts";

// One lab and one clock that only moves forward: the stories have dates, the others start wherever it stands.
stories();
accounting();
attachments();
failures();
outages();
quarantine();
privacy();
