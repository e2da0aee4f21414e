import type { Instant } from "../../../domain/calendar/instant.ts";
import { childName, type ListedEpisode, type WorkItem } from "../../../domain/work-list/item.ts";
import { suffix } from "../../../domain/work-list/suffix.ts";
import type { Cell } from "../../../html/govuk/table.ts";
import { tag } from "../../../html/govuk/tag.ts";
import { type Html, html } from "../../../html/html.ts";
import { episodePath, time } from "../../words.ts";

/** An episode by its child's name and its reference: one link, whose words say where it leads. */
export const episodeLink = (episode: ListedEpisode): Html => {
  const name = childName(episode);
  return html`<a class="govuk-link" href="${episodePath(episode.episodeId)}">${name || "Name not known"}, <span class="sr-reference">${episode.reference}</span></a>`;
};

export const statusWords: Record<ListedEpisode["status"], string> = {
  missing: "Missing",
  returned: "Returned",
  closed: "Closed",
  cancelled: "Cancelled",
};

const statusColours: Record<ListedEpisode["status"], string> = {
  missing: "govuk-tag--red",
  returned: "govuk-tag--blue",
  closed: "govuk-tag--grey",
  cancelled: "govuk-tag--grey",
};

export const statusTag = ({ status }: Pick<ListedEpisode, "status">): Html =>
  tag({ text: statusWords[status], classes: statusColours[status] });

export const episodeCell = ({ episode }: WorkItem): Cell => ({
  text: html`${episodeLink(episode)} ${statusTag(episode)}${episode.unread && html` ${tag({ text: "Open it: not read", classes: "govuk-tag--orange" })}`}`,
});

export const dutyCell = ({ duty }: WorkItem): Cell => ({
  text: duty
    ? html`${duty.title} <span class="sr-clause">${duty.rule}, clause ${duty.clause}</span>`
    : "Nothing is due",
});

export const dueCell = (item: WorkItem, now: Instant): Cell => ({
  text: html`${item.dueAt !== undefined && html`${time(item.dueAt)}, `}<strong>${suffix(item, now)}</strong>`,
});

/** Whose duty it is, and who works the episode. */
export const ownerCell = ({ duty, episode, nobodys }: WorkItem): Cell => {
  const worker = episode.listing.allocation?.worker;
  const owner = duty && !(worker && duty.owner.addresses.includes(worker)) ? duty.owner.name : undefined;
  return {
    text: html`${owner && html`${owner}. `}${nobodys ? tag({ text: "Nobody's", classes: "govuk-tag--yellow" }) : worker}`,
  };
};

export const toldCell = (told: readonly { at: string; to: readonly string[] }[]): Cell => ({
  text:
    told.length === 0
      ? html`<strong>Nobody was told</strong>`
      : html`<ul class="govuk-list sr-compact">${told.map(({ at, to }) => html`<li>${to.join(", ")}, ${time(at)}</li>`)}</ul>`,
});
