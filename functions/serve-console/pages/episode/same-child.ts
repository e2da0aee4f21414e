import type { Opened } from "../../../core/open-episode/open-episode.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { may } from "../../../domain/console/may.ts";
import { linksIn } from "../../../domain/episode/links.ts";
import { possiblySameChild } from "../../../domain/possible-child/suggest.ts";
import { type Html, html } from "../../../html/html.ts";
import type { Console } from "../../console.ts";
import { asTyped, episodePath, link, time } from "../../words.ts";
import { episodeLink, statusTag } from "../work/item-cells.ts";

const linked = ({ events, row }: Opened, mayLink: boolean): Html => {
  const links = linksIn(events);
  return html`${links.map(({ other, otherId, by, at, reason }) => html`<li>${link(episodePath(otherId), other)}: linked by ${by}, ${time(at)}. ${asTyped(reason)}${mayLink && html` ${link(`${episodePath(row.episodeId)}/do/unlink-child?other=${encodeURIComponent(other)}`, html`Take the link back<span class="govuk-visually-hidden"> to ${other}</span>`)}`}</li>`)}`;
};

const known = ({ context, row }: Opened): Html => {
  const others = context.history.filter(({ episodeId }) => episodeId !== row.episodeId);
  return html`${others.map((other, i) => html`<li>${link(episodePath(other.episodeId), `Another episode of this child (${i + 1})`)}, began ${time(other.startAt)}${other.absence && ", an absence"}${!other.counts && ", cancelled"}</li>`)}`;
};

/** Other episodes of the child, and those that may be: suggested with why, linked by a person, never merged. */
export const sameChildSection = async (
  opened: Opened,
  visit: StaffVisit,
  { episodes }: Pick<Console, "episodes">,
): Promise<Html> => {
  const { row, context, events } = opened;
  const mayLink = may(visit.session.staff.roles, "link-child");
  const all = mayLink ? await episodes.listed(visit.query.has("closed") ? "all" : "open") : [];
  const suggested = possiblySameChild({ ...row, listing: row.listing }, all);
  const items = suggested.map(
    ({ episode, why }) =>
      html`<li>${episodeLink(episode)} ${statusTag(episode)}: ${why.join("; ")}. ${link(`${episodePath(row.episodeId)}/do/link-child?other=${encodeURIComponent(episode.reference)}`, html`Link it<span class="govuk-visually-hidden">: ${episode.reference}</span>`)}</li>`,
  );
  const isAlone = context.history.length < 2 && linksIn(events).length === 0;
  const closed =
    mayLink &&
    !visit.query.has("closed") &&
    html`<p class="govuk-body">${link(`${episodePath(row.episodeId)}?closed=yes#same-child`, "Look among closed episodes too")}</p>`;
  return html`<h2 class="govuk-heading-m" id="same-child">Other episodes of this child</h2>
${isAlone ? html`<p class="govuk-body">None is known.</p>` : html`<ul class="govuk-list govuk-list--bullet">${known(opened)}${linked(opened, mayLink)}</ul>`}
${mayLink && html`<h3 class="govuk-heading-s">Possibly the same child</h3>${items.length > 0 ? html`<ul class="govuk-list govuk-list--bullet">${items}</ul>` : html`<p class="govuk-body">No other episode looks like the same child's.</p>`}${closed}`}`;
};
