import type { Listed } from "../../../core/list-episodes/list-episodes.ts";
import type { Answer } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { actorOf } from "../../../domain/console/actor.ts";
import { citedBehind } from "../../../domain/profile/citation.ts";
import { backLink } from "../../../html/govuk/back-link.ts";
import { type Html, html } from "../../../html/html.ts";
import type { Console } from "../../console.ts";
import { faultList } from "../../forms/fault-list.ts";
import type { Field } from "../../forms/fields.ts";
import { actForm, carriedIn } from "../../forms/form-page.ts";
import type { FormFault } from "../../forms/read-form.ts";
import { showField } from "../../forms/show-field.ts";
import { dayParts, partName } from "../../forms/times.ts";
import { staffPage } from "../../frame.ts";
import { counted, link } from "../../words.ts";
import { type Planned, plannedFor, readWanted, type Wanted } from "./allocation.ts";
import { episodeLink, statusTag } from "./item-cells.ts";
import { theirEpisodes } from "./theirs.ts";

/** A page of the list, and some more: what is ticked on one page. */
const MOST = 200;

const questions = ({ profile: { recipients } }: Console): Field[] => [
  {
    kind: "choice",
    path: "way",
    label: "For how long?",
    required: true,
    choices: [
      { value: "give", text: "For good" },
      { value: "deputy", text: "Until whose it is is back: somebody stands in" },
      { value: "back", text: "Back to whose it was: they are here again" },
    ],
  },
  {
    kind: "address",
    path: "worker",
    label: "Worker's e-mail address",
    hint: "Whom the episodes go to. Leave it empty to give them back.",
    required: false,
  },
  {
    kind: "choice",
    path: "team",
    label: "Team",
    required: false,
    choices: Object.entries(recipients).map(([value, { name }]) => ({ value, text: name })),
  },
  {
    kind: "day",
    path: "first",
    label: "First day of standing in",
    hint: "Leave it empty where it begins now.",
    required: false,
  },
  { kind: "day", path: "until", label: "Last day of standing in", required: false },
  { kind: "long", path: "reason", label: "Reason", required: false },
];

/** What the questions send. */
const answers = [
  "way",
  "worker",
  "team",
  ...["first", "until"].flatMap((day) => dayParts.map((part) => partName(day, part))),
  "reason",
];

type Ticked = { id: string; seq?: number };

/** As ticked in a list, or as a page of ours carries it on with what its reader had seen. */
const tickedIn = (typed: URLSearchParams): Ticked[] => {
  const all = typed.getAll("episode").map((one): Ticked => {
    const [id = "", seq = ""] = one.split("~");
    return { id, ...(/^\d{1,9}$/.test(seq) ? { seq: Number(seq) } : {}) };
  });
  return [...new Map(all.map((one) => [one.id, one])).values()].slice(0, MOST);
};

const isWith = (worker: string, { listing: { allocation } }: Listed): boolean =>
  [allocation?.worker, allocation?.deputyFor].some((one) => one?.toLowerCase() === worker.toLowerCase());

type Chosen = { episodes: Listed[]; unknown: number; seen: ReadonlyMap<string, number> };

/** Every id is looked at again: what somebody may not open is to them as unknown as what there is not. */
const chosenIn = async (typed: URLSearchParams, visit: StaffVisit, console: Console): Promise<Chosen> => {
  const from = typed.get("from")?.trim();
  const ticked = tickedIn(typed);
  const ids = ticked.map(({ id }) => id);
  const [theirs, open] = await Promise.all([
    ids.length > 0 ? theirEpisodes(visit, console, ids) : [],
    from ? theirEpisodes(visit, console) : [],
  ]);
  const byId = new Map(theirs.map((episode) => [episode.episodeId, episode]));
  const found = ticked.flatMap(({ id }) => byId.get(id) ?? []);
  const whole = from
    ? open.filter((one) => isWith(from, one) && !byId.has(one.episodeId)).slice(0, MOST)
    : [];
  return {
    episodes: [...found, ...whole],
    unknown: ticked.length - found.length,
    seen: new Map(ticked.flatMap(({ id, seq }) => (seq === undefined ? [] : [[id, seq] as const]))),
  };
};

const carriedEpisodes = ({ episodes, seen }: Chosen): Html =>
  html`${episodes.map(({ episodeId, seq }) => html`<input type="hidden" name="episode" value="${episodeId}~${seen.get(episodeId) ?? seq}">`)}`;

const names = (episodes: readonly Listed[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${episodes.map((one) => html`<li>${episodeLink(one)} ${statusTag(one)} ${one.listing.allocation ? `with ${one.listing.allocation.worker}` : "with nobody"}</li>`)}</ul>`;

const unknownWords = ({ unknown }: Chosen): Html | undefined =>
  unknown > 0
    ? html`<p class="govuk-body">${counted(unknown, "ticked episode")} can't be found any more, and will be left alone.</p>`
    : undefined;

const pageOf = (visit: StaffVisit, console: Console, title: string, content: Html, status?: number): Answer =>
  staffPage(
    {
      title,
      beforeContent: backLink({ href: "/work", text: "Work" }),
      content: html`${content}`,
      isRefused: status === 422,
      ...(status ? { status } : {}),
    },
    visit,
    console,
  );

const askPage = (
  visit: StaffVisit,
  console: Console,
  chosen: Chosen,
  { typed, faults = [] }: { typed: URLSearchParams; faults?: readonly FormFault[] },
): Answer => {
  const title = `Allocate ${counted(chosen.episodes.length, "episode")}`;
  if (chosen.episodes.length === 0)
    return pageOf(
      visit,
      console,
      "Allocate",
      html`<h1 class="govuk-heading-l">Allocate</h1><p class="govuk-body">No episode was ticked. ${link("/work", "Go back and tick some")}</p>${unknownWords(chosen)}`,
    );
  const fields = questions(console);
  const form = actForm({
    action: "/work/allocate",
    session: visit.session,
    carried: carriedIn(typed, { id: console.randomId(), seq: 0 }),
    fields: html`<input type="hidden" name="step" value="confirm">${carriedEpisodes(chosen)}${fields.map((field) => showField(field, { typed, faults }))}`,
    button: "Go on",
    cancel: "/work",
  });
  const content = html`${faultList(faults, fields)}<h1 class="govuk-heading-l">${title}</h1>${names(chosen.episodes)}${unknownWords(chosen)}${form}`;
  return pageOf(visit, console, title, content, faults.length > 0 ? 422 : undefined);
};

const toWords = (planned: Extract<Planned, { giving: unknown }>): string => planned.giving.data.worker;

const refusedList = (refused: readonly { episode: Listed; because: string }[]): Html | false =>
  refused.length > 0 &&
  html`<h2 class="govuk-heading-m">These stay as they are</h2><ul class="govuk-list govuk-list--bullet">${refused.map(({ episode, because }) => html`<li>${episodeLink(episode)}: ${because}</li>`)}</ul>`;

const confirmPage = (visit: StaffVisit, console: Console, chosen: Chosen, wanted: Wanted): Answer => {
  const planned = plannedFor(chosen.episodes, wanted);
  const doable = planned.filter((one) => "giving" in one);
  const kept = answers.flatMap((name) => {
    const value = visit.form.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const form = actForm({
    action: "/work/allocate",
    session: visit.session,
    carried: carriedIn(visit.form, { id: console.randomId(), seq: 0 }),
    fields: html`<input type="hidden" name="step" value="do">${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${carriedEpisodes({ ...chosen, episodes: doable.map(({ episode }) => episode) })}`,
    button: `Allocate ${counted(doable.length, "episode")}`,
    cancel: "/work",
  });
  const title = "Check before you allocate";
  const list =
    doable.length > 0
      ? html`<h2 class="govuk-heading-m">These will be allocated</h2><ul class="govuk-list govuk-list--bullet">${doable.map((one) => html`<li>${episodeLink(one.episode)}: ${one.episode.listing.allocation ? `from ${one.episode.listing.allocation.worker} ` : ""}to ${toWords(one)}</li>`)}</ul>`
      : html`<p class="govuk-body">None of them can be allocated so.</p>`;
  const refused = refusedList(planned.filter((one) => "because" in one));
  const content = html`<h1 class="govuk-heading-l">${title}</h1>${list}${refused}${unknownWords(chosen)}${doable.length > 0 ? form : link("/work", "Go back to the list")}`;
  return pageOf(visit, console, title, content);
};

type Outcome = { episode: Listed; because?: string };

const carryOut = async (
  planned: Planned,
  id: string,
  seen: number | undefined,
  visit: StaffVisit,
  console: Console,
): Promise<Outcome> => {
  const { episode } = planned;
  if ("because" in planned) return planned.isSo ? { episode } : planned;
  const { giving } = planned;
  const recorded = await console.record({
    ...giving,
    id: `${id}:${episode.episodeId}`,
    actor: actorOf(visit.session.staff),
    ifSeq: seen ?? giving.ifSeq,
  });
  switch (recorded.outcome) {
    case "recorded":
      return { episode };
    case "refused":
      return {
        episode,
        because: recorded.faults.map(citedBehind).join(" "),
      };
    case "changed":
      return { episode, because: "It changed since you ticked it. Open it, and decide again." };
    case "unknown-episode":
      return { episode, because: "It can't be found any more." };
  }
};

/** A few at a time: each is an act of its own, and one that fails keeps no other from being done. */
const AT_ONCE = 10;

const donePage = async (
  visit: StaffVisit,
  console: Console,
  chosen: Chosen,
  wanted: Wanted,
): Promise<Answer> => {
  const { id } = carriedIn(visit.form, { id: console.randomId(), seq: 0 });
  const planned = plannedFor(chosen.episodes, wanted);
  const outcomes: Outcome[] = [];
  for (let i = 0; i < planned.length; i += AT_ONCE)
    outcomes.push(
      ...(await Promise.all(
        planned
          .slice(i, i + AT_ONCE)
          .map((one) => carryOut(one, id, chosen.seen.get(one.episode.episodeId), visit, console)),
      )),
    );
  const done = outcomes.filter(({ because }) => because === undefined);
  const refused = outcomes.flatMap(({ episode, because }) =>
    because === undefined ? [] : [{ episode, because }],
  );
  const title = done.length > 0 ? `${counted(done.length, "episode")} allocated` : "Nothing was allocated";
  const content = html`<h1 class="govuk-heading-l">${title}</h1>${done.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${done.map(({ episode }) => html`<li>${episodeLink(episode)}</li>`)}</ul>`}${refusedList(refused)}${unknownWords(chosen)}<p class="govuk-body">${link("/work", "Go back to the list")}</p>`;
  return pageOf(visit, console, title, content);
};

/** The episodes that were ticked, and where they are to go. */
export const showAllocate = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const typed = visit.typed ?? visit.query;
  return askPage(visit, console, await chosenIn(typed, visit, console), { typed });
};

export const allocate = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const { form: typed } = visit;
  const chosen = await chosenIn(typed, visit, console);
  const wanted = readWanted(typed, console.profile);
  if (!wanted.ok) return askPage(visit, console, chosen, { typed, faults: wanted.error });
  return typed.get("step") === "do"
    ? donePage(visit, console, chosen, wanted.value)
    : confirmPage(visit, console, chosen, wanted.value);
};
