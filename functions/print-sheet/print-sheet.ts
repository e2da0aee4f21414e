import { type ListDeps, listEpisodes } from "../core/list-episodes/list-episodes.ts";
import type { LedgerEntry } from "../core/ports/writes.ts";
import { workItems } from "../domain/work-list/item.ts";
import { sheetDocument } from "../html/sheet.ts";

export type PrintDeps = ListDeps & {
  quarantined: () => Promise<LedgerEntry[]>;
  /** In place of the one before, which the bucket keeps for some days. */
  keep: (page: string) => Promise<void>;
};

/** Every hour, for the day the system is away: whoever may open the bucket can print what has to go on. */
export const printSheet = async (deps: PrintDeps): Promise<{ printed: number }> => {
  const at = deps.now();
  const [listed, mails] = await Promise.all([listEpisodes("open", deps), deps.quarantined()]);
  const items = workItems(listed, at);
  await deps.keep(sheetDocument({ authority: deps.profiles.current.profile.name, at, items, mails }));
  return { printed: items.length };
};
