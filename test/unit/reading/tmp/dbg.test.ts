import { it } from "vitest";
import { openMail } from "../../../../functions/reading/mail-reader/open-mail.ts";
import { objectionsIn } from "../../../../functions/reading/compact/endings/scan.ts";
import { lexiconOf } from "../../../../functions/reading/compact/words/lexicon.ts";
import { ordinaryMails } from "../endings/ordinary.ts";
it("x", async () => {
  for (const { name, raw } of ordinaryMails) {
    const o = objectionsIn(await openMail(raw, true), lexiconOf());
    if (Object.keys(o).length) console.log(name.slice(0, 50), JSON.stringify(o));
  }
});
