import { type Instant, inWords, toInstant } from "../calendar/instant.ts";
import { datesBetween } from "../calendar/london.ts";
import type { Weekday } from "../calendar/weekday.ts";
import { addWorkingDays } from "../calendar/working-day.ts";
import { mailboxOf } from "../duty/untold.ts";
import type { Letter, Paragraph } from "../letters/letter.ts";
import type { Profile } from "../profile/profile.ts";
import { isOurs } from "../profile/staff.ts";
import { childName, type ListedEpisode, type WorkItem, workItems } from "./item.ts";
import { suffix } from "./suffix.ts";

const groups = ["overdue", "today", "soon", "without-limit"] as const;
type Group = (typeof groups)[number];

const titles: Record<Group, string> = {
  overdue: "Overdue",
  today: "Due today",
  soon: "Due in the next two working days",
  "without-limit": "Open, without a limit in the protocol",
};

/** What is due later than in two working days is no business of this morning. */
const groupOf = ({ dueAt }: WorkItem, now: Instant): Group | undefined => {
  if (dueAt === undefined) return "without-limit";
  if (dueAt <= now) return "overdue";
  if (datesBetween(now, dueAt) === 0) return "today";
  return datesBetween(addWorkingDays(now, 2), dueAt) <= 0 ? "soon" : undefined;
};

type Line = WorkItem & { duty: NonNullable<WorkItem["duty"]>; group: Group };

/** A role of which the profile says so has its list once a week: on Mondays, or on a day of its own. */
const isTheirDay = (role: string, { lists }: Profile, day: Weekday): boolean => {
  const when = lists[role] ?? (role === "force" ? "weekly" : "daily");
  return when === "daily" || day === (when === "weekly" ? "monday" : when.slice("weekly on ".length));
};

/** Whoever owns it, and whoever was told of it and answers for that it is done. */
const readersOf = ({ duty: { owner, watchers = [] } }: Line, profile: Profile, day: Weekday): string[] =>
  [owner, ...watchers]
    .filter(({ role }) => isTheirDay(role, profile, day))
    .flatMap(({ addresses }) => addresses.map(mailboxOf));

const openSince = ({ duty }: Line): Instant => toInstant(duty.createdAt);

/** Longest overdue first, then what is due next; of what has no limit, what is open longest. */
const inOrder = (a: Line, b: Line): number => (a.dueAt ?? 0) - (b.dueAt ?? 0) || openSince(a) - openSince(b);

const lineOf = (item: Line, now: Instant, isStaff: boolean): string => {
  const { duty, episode, dueAt } = item;
  const name = isStaff ? childName(episode) : "";
  const when =
    dueAt === undefined
      ? `open since ${inWords(openSince(item))}`
      : `${suffix(item, now)} (${inWords(dueAt)})`;
  return `${episode.reference}${name ? `, ${name}` : ""}: ${duty.title} (${duty.rule}, clause ${duty.clause}), ${when}. Owner: ${duty.owner.name}`;
};

const letterOf = (address: string, lines: readonly Line[], now: Instant, profile: Profile): Letter => {
  const isStaff = isOurs(address, profile);
  const in_ = (group: Group) => lines.filter((line) => line.group === group).toSorted(inOrder);
  const late = in_("overdue").length;
  const sections = groups.flatMap((group): Paragraph[] => {
    const own = in_(group);
    return own.length === 0
      ? []
      : [{ heading: `${titles[group]}: ${own.length}`, lines: own.map((one) => lineOf(one, now, isStaff)) }];
  });
  return {
    to: [address],
    subject: `Your list: ${lines.length} open${late > 0 ? `, ${late} overdue` : ""}`,
    rules: ["digest"],
    paragraphs: [
      { as: "title", heading: "What is open and yours, or yours to see done", lines: [] },
      ...sections,
      {
        heading: "What to do",
        lines: ["Do it and record it, or record why it is not required; it leaves this list with that."],
        ...(isStaff ? { button: { text: "Open the list", href: `${profile.consoleUrl}/` } } : {}),
      },
    ],
  };
};

/** One list for each person over all their episodes; whoever has nothing open gets none (ALL-14). */
export const morningLists = (
  episodes: readonly ListedEpisode[],
  now: Instant,
  day: Weekday,
  profile: Profile,
): Letter[] => {
  const lines = workItems(episodes, now).flatMap((item): Line[] => {
    const group = groupOf(item, now);
    return item.duty && group ? [{ ...item, duty: item.duty, group }] : [];
  });
  const readers = new Map<string, Line[]>();
  for (const line of lines)
    for (const address of new Set(readersOf(line, profile, day)))
      readers.set(address, [...(readers.get(address) ?? []), line]);
  return [...readers].map(([address, own]) => letterOf(address, own, now, profile));
};
