import type { Opened } from "../../../core/open-episode/open-episode.ts";
import type { DraftKey } from "../../../core/ports/drafts.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { recordStanding } from "../../../domain/duty/record-standing.ts";
import type { Profile } from "../../../domain/profile/profile.ts";
import type { Console } from "../../console.ts";

export type Section = Profile["form"][number];

/** One section as its writer finds it: their draft, else what was recorded before. */
export type DraftedSection = Section & { text: string; version: number; savedAt?: string };

export const draftKey = ({ session }: Pick<StaffVisit, "session">, { row }: Opened): DraftKey => ({
  subject: session.staff.subject,
  episodeId: row.episodeId,
});

export const sectionIds = ({ context }: Opened): string[] => context.profile.form.map(({ id }) => id);

/** Of a record that was sent back its writer goes on with what it said. */
export const recordedSections = ({ context }: Opened): Readonly<Record<string, string>> =>
  (recordStanding(context.episode).record?.data.sections ?? {}) as Record<string, string>;

export const draftedSections = async (
  opened: Opened,
  visit: StaffVisit,
  { drafts }: Pick<Console, "drafts">,
): Promise<DraftedSection[]> => {
  const found = await drafts.find(draftKey(visit, opened), sectionIds(opened));
  const recorded = recordedSections(opened);
  return opened.context.profile.form.map((section) => {
    const draft = found[section.id];
    return {
      ...section,
      text: draft?.text ?? recorded[section.id] ?? "",
      version: draft?.version ?? 0,
      ...(draft ? { savedAt: draft.savedAt } : {}),
    };
  });
};
