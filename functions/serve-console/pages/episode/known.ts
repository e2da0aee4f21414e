import type { Opened } from "../../../core/open-episode/open-episode.ts";
import { toInstant } from "../../../domain/calendar/instant.ts";
import { type SideBySide, sideBySide } from "../../../domain/episode/side-by-side.ts";
import { stackedTable } from "../../../html/govuk/table.ts";
import { tag } from "../../../html/govuk/tag.ts";
import { type Html, html, type Text } from "../../../html/html.ts";
import { wordsOf } from "../../forms/action-words.ts";
import { asTyped, plain, time } from "../../words.ts";

const instant = /^\d{4}-\d\d-\d\dT/;

const inWords = (value: string): Text =>
  instant.test(value) ? time(toInstant(value)) : /^[a-z-]+$/.test(value) ? plain(value) : asTyped(value);

const rowOf = ({ fact, ours, said, police, differs }: SideBySide) => [
  { text: wordsOf("fact-recorded", fact)?.label ?? fact },
  { text: inWords(ours) },
  { text: html`${said.actor?.name ?? said.by}, ${time(toInstant(said.recordedAt))}` },
  {
    text: html`${police === undefined ? "Not stated" : inWords(police)}${differs && html` ${tag({ text: "Differs", classes: "govuk-tag--orange" })}`}`,
  },
];

/** What people of the authority said, who said it and when, beside what the police say: rules go by the first (ALL-07). */
export const knownSection = ({ context }: Opened): Html | false => {
  const known = sideBySide(context.episode);
  return (
    known.length > 0 &&
    html`<h2 class="govuk-heading-m" id="known">What we know ourselves</h2>${stackedTable({
      caption: "Rules go by what we say, and where we do not know by what the police say",
      captionClasses: "govuk-table__caption--s",
      head: [{ text: "Fact" }, { text: "We say" }, { text: "Who said it" }, { text: "The police say" }],
      rows: known.map(rowOf),
    })}`
  );
};
