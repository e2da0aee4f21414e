import type { Profile } from "../../../domain/profile/profile.ts";
import { type Filters, NOBODY } from "../../../domain/work-list/filters.ts";
import { groupNames, groupTitles } from "../../../domain/work-list/groups.ts";
import type { WorkItem } from "../../../domain/work-list/item.ts";
import { button } from "../../../html/govuk/button.ts";
import { details } from "../../../html/govuk/details.ts";
import { input } from "../../../html/govuk/input.ts";
import { select } from "../../../html/govuk/select.ts";
import { type Html, html } from "../../../html/html.ts";
import { link } from "../../words.ts";

const everything = (text: string) => ({ value: "", text });

const workersIn = (items: readonly WorkItem[], { owner }: Filters): string[] => {
  const all = items.flatMap(({ episode }) => episode.listing.allocation?.worker ?? []);
  const named = owner && owner !== NOBODY ? [owner] : [];
  return [...new Set([...all, ...named])].toSorted();
};

const teamsIn = (items: readonly WorkItem[], { recipients }: Profile, { team }: Filters) => {
  const all = items.flatMap(({ episode }) => episode.listing.teams);
  return [...new Set([...all, ...(team ? [team] : [])])]
    .toSorted()
    .map((value) => ({ value, text: recipients[value]?.name ?? value }));
};

type Shown = { filters: Filters; items: readonly WorkItem[]; mine: string; profile: Profile };

/** Sent by GET: a list's address says what it shows, so a bookmark is somebody's list. */
export const filterForm = ({ filters, items, mine, profile }: Shown): Html => {
  const others = workersIn(items, filters).filter((one) => one !== mine);
  const owner = select({
    name: "owner",
    id: "owner",
    label: { text: "Whose work" },
    hint: { text: "Work that nobody has is shown with it." },
    value: filters.owner ?? "",
    items: [
      everything("Everybody's"),
      { value: mine, text: "Mine" },
      { value: NOBODY, text: "Nobody's" },
      ...others.map((value) => ({ value, text: value })),
    ],
  });
  const team = select({
    name: "team",
    id: "team",
    label: { text: "Team" },
    value: filters.team ?? "",
    items: [everything("Every team"), ...teamsIn(items, profile, filters)],
  });
  const group = select({
    name: "group",
    id: "group",
    label: { text: "How urgent" },
    value: filters.group ?? "",
    items: [everything("Everything"), ...groupNames.map((value) => ({ value, text: groupTitles[value] }))],
  });
  const q = input({
    name: "q",
    id: "q",
    label: { text: "Reference, name or date of birth" },
    value: filters.q ?? "",
    autocomplete: "off",
    spellcheck: false,
  });
  const isFiltered = Object.values(filters).some((value) => value !== undefined && value !== "");
  const clear = isFiltered && html`<p class="govuk-body">${link("/work", "Show everything")}</p>`;
  return details({
    summaryText: isFiltered ? "Search and filter: this list is filtered" : "Search and filter",
    open: isFiltered,
    text: html`<form method="get" action="/work" class="sr-filter" role="search">${q}${owner}${team}${group}${button({ text: "Show" })}</form>${clear}`,
  });
};
