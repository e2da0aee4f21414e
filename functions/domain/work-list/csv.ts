import { stringify } from "csv-stringify/sync";
import { type Instant, inWords, toInstant } from "../calendar/instant.ts";
import { groupOf, groupTitles } from "./groups.ts";
import { childName, type WorkItem } from "./item.ts";
import { suffix } from "./suffix.ts";

const columns = [
  "Reference",
  "Child",
  "Date of birth",
  "Status",
  "Duty",
  "Rule",
  "Clause",
  "Due",
  "How far off",
  "Group",
  "Owner",
  "Worker",
  "Last told",
];

const row = (item: WorkItem, now: Instant): string[] => {
  const { episode, duty, dueAt } = item;
  const { child, allocation } = episode.listing;
  const told = duty?.told.at(-1);
  return [
    episode.reference,
    childName(episode),
    child.dateOfBirth ?? "",
    episode.status,
    duty?.title ?? "",
    duty?.rule ?? "",
    duty?.clause ?? "",
    dueAt === undefined ? "" : inWords(dueAt),
    suffix(item, now),
    groupTitles[groupOf(item, now)],
    duty?.owner.name ?? "",
    allocation?.worker ?? "",
    told ? `${inWords(toInstant(told.at))}: ${told.to.join(", ")}` : "",
  ];
};

/** For a spreadsheet: a name that a spreadsheet would take for a formula stays a name. */
export const workListCsv = (items: readonly WorkItem[], now: Instant): string =>
  stringify([columns, ...items.map((item) => row(item, now))], {
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
