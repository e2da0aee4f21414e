import type { Answer } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { workItems } from "../../../domain/work-list/item.ts";
import { html } from "../../../html/html.ts";
import { sheetContent } from "../../../html/sheet.ts";
import type { Console } from "../../console.ts";
import { staffPage } from "../../frame.ts";

/** The same as is kept each hour, of this moment. */
export const sheet = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const [listed, mails] = await Promise.all([console.episodes.listed("open"), console.waitingMails.all()]);
  const items = workItems(listed, visit.now);
  const content = sheetContent({ authority: console.profile.name, at: visit.now, items, mails });
  return staffPage(
    {
      title: "Everything open",
      content: html`${content}<p class="govuk-body">To print it, use your browser's own print command.</p>`,
    },
    visit,
    console,
  );
};
