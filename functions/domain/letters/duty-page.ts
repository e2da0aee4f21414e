import type { Context } from "../condition/context.ts";
import type { Duty } from "../duty/duty.ts";
import type { ActionName } from "../episode/action-names.ts";

/** What is written in several pages has a form of its own. */
const pages: Partial<Record<ActionName, { path: string; text: string }>> = {
  "written-record": { path: "interview", text: "Write the interview" },
  "sign-off": { path: "review", text: "Read and countersign" },
};

/** The one page of the console that does the duty; without an action that ends it, its episode. */
export const dutyPage = ({ key, rule }: Duty, { episode, profile }: Context) => {
  const at = `${profile.consoleUrl}/episodes/${episode.id}`;
  const action = rule.endedBy.find(({ as }) => as === "done")?.action;
  if (action === undefined) return { text: "Open the episode", href: at };
  const page = pages[action];
  return page
    ? { text: page.text, href: `${at}/${page.path}` }
    : { text: "Record it", href: `${at}/do/${action}?duty=${key}` };
};
