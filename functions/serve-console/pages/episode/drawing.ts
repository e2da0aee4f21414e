import type { Opened } from "../../../core/open-episode/open-episode.ts";
import type { Instant } from "../../../domain/calendar/instant.ts";
import type { Duty } from "../../../domain/duty/duty.ts";
import { startOf } from "../../../domain/episode/episode.ts";
import { table } from "../../../html/govuk/table.ts";
import { type Html, html } from "../../../html/html.ts";
import { time } from "../../words.ts";

const WIDTH = 320;
const LEFT = 22;
const ROW = 16;
const TOP = 30;

/** More lines than these nobody reads as a picture; the table above has all of them. */
const MOST = 12;

const colours: Record<Duty["state"] | "overdue" | "missing", string> = {
  open: "#1d70b8",
  overdue: "#d4351c",
  done: "#00703c",
  "late-done": "#f47738",
  missed: "#942514",
  "not-required": "#505a5f",
  missing: "#0b0c0c",
};

type Scale = (at: Instant) => number;

const scaleOf = (from: Instant, to: Instant): Scale => {
  const span = Math.max(to - from, 1);
  return (at) => LEFT + Math.min(Math.max((at - from) / span, 0), 1) * (WIDTH - LEFT - 8);
};

const rounded = (n: number): number => Math.round(n * 10) / 10;

const bar = (from: number, to: number, y: number, colour: string): Html =>
  html`<rect x="${rounded(from)}" y="${y}" width="${rounded(Math.max(to - from, 2))}" height="6" fill="${colour}"></rect>`;

const tick = (x: number, y: number, colour: string): Html =>
  html`<rect x="${rounded(x - 1)}" y="${y - 4}" width="2" height="14" fill="${colour}"></rect>`;

const stateOf = (duty: Duty, now: Instant): keyof typeof colours =>
  duty.state === "open" && duty.dueAt !== undefined && duty.dueAt <= now ? "overdue" : duty.state;

const dutyRow = (duty: Duty, i: number, x: Scale, now: Instant): Html => {
  const y = TOP + (i + 1) * ROW;
  const end = duty.endedAt ?? (duty.state === "open" ? now : duty.createdAt);
  const colour = colours[stateOf(duty, now)];
  return html`<text x="4" y="${y + 7}" font-size="10" fill="#0b0c0c">${i + 1}</text>${duty.dueAt !== undefined && html`<rect x="${rounded(x(duty.createdAt))}" y="${y + 2}" width="${rounded(Math.max(x(duty.dueAt) - x(duty.createdAt), 1))}" height="2" fill="#b1b4b6"></rect>`}${bar(x(duty.createdAt), x(end), y, colour)}${duty.dueAt !== undefined && tick(x(duty.dueAt), y, "#0b0c0c")}`;
};

const stateWords: Record<Duty["state"] | "overdue", string> = {
  open: "Open",
  overdue: "Overdue",
  done: "Done",
  "late-done": "Done late",
  missed: "Missed",
  "not-required": "Not required",
};

const dutyCells = (duty: Duty, i: number, now: Instant) => [
  { text: String(i + 1) },
  { text: duty.rule.title },
  { text: duty.dueAt === undefined ? "No limit" : time(duty.dueAt) },
  {
    text: html`${stateWords[stateOf(duty, now) as Duty["state"] | "overdue"]}${duty.endedAt !== undefined && html`, ${time(duty.endedAt)}`}`,
  },
];

/** The episode against its limits, drawn; the table beside it says the same in words. */
export const drawingSection = ({ context, duties }: Opened): Html => {
  const { episode, now } = context;
  const shown = duties.filter(({ rule }) => !rule.notice).slice(0, MOST);
  const from = startOf(episode);
  const limits = shown.flatMap(({ dueAt, endedAt }) => [dueAt ?? now, endedAt ?? now]);
  const to = Math.max(now, ...limits);
  const x = scaleOf(from, to);
  const back = episode.returnedAt ?? episode.foundAt;
  const height = TOP + (shown.length + 2) * ROW;
  const picture = html`<svg class="sr-drawing" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="drawing-title" xmlns="http://www.w3.org/2000/svg"><title id="drawing-title">The episode from its start until its last limit. The table beside it says the same.</title><text x="${LEFT}" y="10" font-size="10" fill="#0b0c0c">Missing</text>${bar(x(from), x(back ?? now), 16, colours.missing)}<rect x="${rounded(x(now))}" y="12" width="1" height="${height - 20}" fill="#505a5f"></rect><text x="${rounded(Math.min(x(now), WIDTH - 22))}" y="10" font-size="10" fill="#505a5f">now</text>${shown.map((duty, i) => dutyRow(duty, i, x, now))}</svg>`;
  const words = table({
    caption: "The same in words",
    captionClasses: "govuk-table__caption--s",
    classes: "sr-stacked sr-small",
    head: [{ text: "No." }, { text: "Duty" }, { text: "Limit" }, { text: "How it stands" }],
    rows: shown.map((duty, i) => dutyCells(duty, i, now)),
  });
  return html`<h2 class="govuk-heading-m" id="limits">The episode against its limits</h2><div class="sr-beside"><div>${picture}<p class="govuk-body-s">Each bar is a duty, from when it arose until it ended or now; the thin line leads to its limit, the upright mark.</p></div><div>${words}</div></div>`;
};
