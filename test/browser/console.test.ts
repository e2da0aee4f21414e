import { keyboard } from "./keyboard.suite.ts";
import { pages } from "./pages.suite.ts";
import { quarantine } from "./quarantine.suite.ts";
import { signIn } from "./sign-in.suite.ts";
import { beginning, stories } from "./stories.suite.ts";
import { DERBY, freshConsole, LEICESTERSHIRE } from "./support/console.ts";
import { typing } from "./typing.suite.ts";

freshConsole({ authorities: [LEICESTERSHIRE, DERBY], at: beginning });

// One lab and one clock that only moves forward: the stories have dates, the others start wherever it stands.
stories();
signIn();
quarantine();
typing();
keyboard();
pages();
