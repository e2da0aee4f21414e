import type { ChildReading } from "../read-compacts.ts";
import type { Accounted } from "./account-for.ts";

/** In letters: beyond it a report would fill the record it is kept in. */
export const mostUnread = 6_000;

/** As much as is kept, and where the rest is. */
const bounded = (texts: readonly string[]): string[] => {
  let length = 0;
  const end = texts.findIndex((text) => {
    length += text.length;
    return length > mostUnread;
  });
  if (end < 0) return [...texts];
  const before = texts.slice(0, end).reduce((sum, text) => sum + text.length, 0);
  const cut = (texts[end] ?? "").slice(0, mostUnread - before);
  const left = texts.slice(end).reduce((sum, text) => sum + text.length, -cut.length);
  return [
    ...texts.slice(0, end),
    ...(cut ? [`${cut} …`] : []),
    `[${left} more letters were not read: the mail itself holds them all, kept as it came]`,
  ];
};

/** Each report with the words of its mail that became nothing else, as they stand there. */
export const withUnread = (
  children: readonly ChildReading[],
  accounted: readonly Accounted[],
): ChildReading[] => {
  const left = accounted.filter(({ became }) => became === "unread");
  return children.map((child, at) => {
    const unread = left.filter(({ whose }) => whose.includes(at)).map(({ text }) => text);
    return unread.length > 0 ? { ...child, draft: { ...child.draft, unread: bounded(unread) } } : child;
  });
};
