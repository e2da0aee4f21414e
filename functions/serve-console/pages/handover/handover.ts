import { type Answer, seeOther } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { toInstant } from "../../../domain/calendar/instant.ts";
import { actorOf } from "../../../domain/console/actor.ts";
import { may } from "../../../domain/console/may.ts";
import { draftHandover } from "../../../domain/handover/draft.ts";
import { type Handover, type Office, pinned } from "../../../domain/office/office.ts";
import { workItems } from "../../../domain/work-list/item.ts";
import { fellDueSince, lastClose } from "../../../domain/work-list/since-close.ts";
import { notificationBanner } from "../../../html/govuk/notification-banner.ts";
import { type Html, html } from "../../../html/html.ts";
import type { Console } from "../../console.ts";
import { faultList } from "../../forms/fault-list.ts";
import type { Field } from "../../forms/fields.ts";
import { actForm, carriedIn } from "../../forms/form-page.ts";
import type { FormFault } from "../../forms/read-form.ts";
import { showField } from "../../forms/show-field.ts";
import { staffPage } from "../../frame.ts";
import { asTyped, counted, time } from "../../words.ts";
import { theirEpisodes } from "../work/theirs.ts";

/** As many characters as a note may have (domain/office). */
const MOST = 20_000;

const noteField: Field = {
  kind: "long",
  path: "text",
  label: "What the next person at the desk has to know",
  hint: "Drafted from what came since the last working day ended. Change it as you like; name no child.",
  required: true,
  rows: 20,
};

/** Of a night with more the newest are said, and how many are left. */
const MOST_READ = 40;

/** What came since the last close of day, for a person to make a note of. */
const drafted = async (visit: StaffVisit, console: Console): Promise<string> => {
  const since = lastClose(visit.now);
  const open = await theirEpisodes(visit, console);
  const touched = open
    .filter(({ listing }) => toInstant(listing.changedAt) > since)
    .toSorted((a, b) => toInstant(b.listing.changedAt) - toInstant(a.listing.changedAt));
  const nights = await Promise.all(
    touched.slice(0, MOST_READ).map(async ({ episodeId, reference }) => ({
      reference,
      events: await console.episodes.since(episodeId, since),
    })),
  );
  const fell = fellDueSince(workItems(open, visit.now), since, visit.now);
  const left = touched.length - nights.length;
  const more = left > 0 ? `\n\nAnd ${counted(left, "more episode")} changed: see the list.` : "";
  return `${draftHandover(nights, fell, since, visit.now)}${more}`;
};

const noteOf = ({ text, name, by, at }: Handover): Html =>
  html`<p class="govuk-body-s">Written by ${name ?? by}, ${time(at)}</p><p class="govuk-body">${asTyped(text)}</p>`;

const takeForm = (note: Handover, visit: StaffVisit, console: Console): Html =>
  actForm({
    action: "/handover",
    session: visit.session,
    carried: { id: console.randomId(), seq: 0 },
    fields: html`<input type="hidden" name="take" value="${note.id}">`,
    button: "I have read it and take over",
  });

/** Pinned above the list and the note until somebody takes it. */
export const pinnedNotes = (office: Office, visit: StaffVisit, console: Console): Html | undefined => {
  const { roles } = visit.session.staff;
  const notes = pinned(office);
  if (notes.length === 0 || !may(roles, "see-handover")) return undefined;
  return html`${notes.map((note, i) =>
    notificationBanner({
      titleText: "Handover note",
      titleId: `handover-${i + 1}`,
      text: html`${noteOf(note)}${may(roles, "take-handover") && takeForm(note, visit, console)}`,
    }),
  )}`;
};

/** Of the notes that wait: the paragraphs that name this episode. */
export const notesOn = (reference: string, office: Office, { session }: StaffVisit): Html | undefined => {
  const notes = may(session.staff.roles, "see-handover") ? pinned(office) : [];
  const said = notes.flatMap((note) =>
    note.text
      .split(/\r?\n\s*\r?\n/)
      .filter((paragraph) => paragraph.includes(reference))
      .map((text) => noteOf({ ...note, text })),
  );
  return said.length > 0
    ? notificationBanner({ titleText: "Handover note", text: html`${said}` })
    : undefined;
};

type Shown = { typed: URLSearchParams; faults?: readonly FormFault[] };

const page = async (visit: StaffVisit, console: Console, shown: Shown | Promise<Shown>): Promise<Answer> => {
  const [office, { typed, faults = [] }] = await Promise.all([console.office.now(), shown]);
  const last = office.handovers.find(({ taken }) => taken !== undefined);
  const form =
    may(visit.session.staff.roles, "write-handover") &&
    html`<h2 class="govuk-heading-m">Write a note</h2>${actForm({
      action: "/handover",
      session: visit.session,
      carried: carriedIn(typed, { id: console.randomId(), seq: 0 }),
      fields: showField(noteField, { typed, faults }),
      button: "Pin it for the next person",
      cancel: "/work",
    })}`;
  const taken =
    last?.taken &&
    html`<h2 class="govuk-heading-m">Taken last</h2>${noteOf(last)}<p class="govuk-body-s">Taken by ${last.taken.name ?? last.taken.by}, ${time(last.taken.at)}</p>`;
  const content = html`${faultList(faults, [noteField])}<h1 class="govuk-heading-l">Handover</h1>${pinnedNotes(office, visit, console)}${pinned(office).length === 0 && html`<p class="govuk-body">No note waits to be taken.</p>`}${form}${taken}`;
  const status = faults.length > 0 ? { status: 422 } : {};
  return staffPage({ title: "Handover", isRefused: faults.length > 0, content, ...status }, visit, console);
};

export const handover = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const draft = async () => new URLSearchParams({ text: await drafted(visit, console) });
  return page(visit, console, (async () => ({ typed: visit.typed ?? (await draft()) }))());
};

/** A note is written, or one that is pinned is taken. */
export const actOnHandover = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const { form: typed, session } = visit;
  const { id } = carriedIn(typed, { id: console.randomId(), seq: 0 });
  const actor = actorOf(session.staff);
  const take = typed.get("take");
  const text = typed.get("text")?.trim() ?? "";
  if (take === null && text === "")
    return page(visit, console, { typed, faults: [{ path: "text", says: `Fill in: ${noteField.label}` }] });
  if (take === null && text.length > MOST) {
    const says = `The note has ${text.length} characters, and ${MOST} is the most. Shorten it.`;
    return page(visit, console, { typed, faults: [{ path: "text", says }] });
  }
  // The browser went back to a new form, and filled it with the note that is pinned already.
  const isPinned = ({ by, text: says }: Handover): boolean => by === actor.address && says === text;
  if (take === null && pinned(await console.office.now()).some(isPinned)) return seeOther("/handover");
  const act =
    take === null
      ? { office: "write-handover", data: { text } }
      : { office: "take-handover", data: { note: take } };
  const answer = await console.office.ask({ id, actor, ...act });
  // Whoever takes over goes on with the work that the note stood above.
  if (answer.outcome === "done") return seeOther(take === null ? "/handover" : "/work");
  const shown = take === null ? typed : new URLSearchParams({ text: await drafted(visit, console) });
  return page(visit, console, { typed: shown, faults: answer.faults });
};
