import { type Instant, toInstant, toIso } from "../calendar/instant.ts";
import { dayInLondon } from "../calendar/london.ts";
import { ageOn } from "../condition/age.ts";
import type { Context } from "../condition/context.ts";
import { placedByAnotherSince } from "../condition/placing.ts";
import type { Duty } from "../duty/duty.ts";
import { type Episode, isAbsence, startOf } from "../episode/episode.ts";
import type { ActionEvent } from "../episode/events.ts";
import { districtOf, ethnicGroupOf, placementOf } from "./codes.ts";
import type { FactsRow, Mark } from "./facts-row.ts";
import { GAVE_REASON, marked } from "./mark-kinds.ts";

/** Most are written as rows keep them, and are only looked at. */
const asKept = (at: string): string =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(at) ? at : toIso(toInstant(at));

const isMarked = (type: string): type is keyof typeof marked => type in marked;

const marksOf = ({ type, at, recordedAt, data }: ActionEvent): Mark[] => {
  if (!isMarked(type)) return [];
  const { as, codes: names } = marked[type];
  const codes = Object.fromEntries(
    names.flatMap((name): [string, string | boolean][] => {
      const value = data[name];
      if (name === GAVE_REASON) return value === undefined ? [] : [[name, true]];
      if (Array.isArray(value)) return [[name, value.map(String).toSorted().join(" ")]];
      return typeof value === "string" || typeof value === "boolean" ? [[name, value]] : [];
    }),
  );
  return [
    {
      kind: as,
      at: asKept(at),
      recordedAt: asKept(recordedAt),
      ...(Object.keys(codes).length > 0 ? { codes } : {}),
    },
  ];
};

/** The interview itself went to somebody: by mail, where a rule of the protocol carries it. */
const sentMarks = ({ episode, profile }: Context): Mark[] => {
  const carrying = new Set(
    profile.rules.flatMap(({ duty, carries }) => (carries === "interview" ? [duty] : [])),
  );
  return episode.rungs
    .filter(({ duty }) => carrying.has(duty))
    .map(({ at, recordedAt }) => ({
      kind: "sent",
      at: asKept(at),
      recordedAt: asKept(recordedAt),
    }));
};

/** The month in which a return is counted: the return to placement or home, else the finding. */
const monthOf = ({ returnedAt, foundAt }: Episode): string => {
  const back = returnedAt ?? foundAt;
  return back === undefined ? "open" : dayInLondon(back).slice(0, 7);
};

const when = <K extends string>(key: K, at: Instant | undefined): { [P in K]?: string } =>
  (at === undefined ? {} : { [key]: toIso(at) }) as { [P in K]?: string };

/** The found mail that counts: whose receipt made the return known. */
const foundSentAt = ({ compacts, foundNotifiedAt }: Episode): Instant | undefined => {
  const mail = compacts.find(({ recordedAt }) => toInstant(recordedAt) === foundNotifiedAt);
  return mail && toInstant(mail.sentAt);
};

const ageOf = (episode: Episode): number | undefined => {
  const born = episode.facts.child?.dateOfBirth;
  return born === undefined ? undefined : ageOn(born, dayInLondon(startOf(episode)));
};

/** A code or an id, where there is one. */
const given = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  (value === undefined || value === "" ? {} : { [key]: value }) as { [P in K]?: V };

/** What people of the authority said last, of what no report states. */
const lastSaid = ({ actions }: Episode, name: "childId" | "upn"): string | undefined => {
  const said = actions.findLast(({ type, data }) => type === "fact-recorded" && data[name] !== undefined);
  return said && String(said.data[name]);
};

/**
 * The row of an episode. Pure, and the same whenever it is made: `duties` give limits only, and of limits the interview's.
 * `child` is the first of the episode's keys.
 */
export const makeFacts = (context: Context, duties: readonly Duty[], keys: readonly string[]): FactsRow => {
  const { episode } = context;
  const { careStatus, placementType, child } = episode.facts;
  const age = ageOf(episode);
  return {
    made: 1,
    episodeId: episode.id,
    month: monthOf(episode),
    child: keys.toSorted()[0] ?? episode.id,
    force: episode.force,
    reference: episode.reference,
    status: episode.status,
    absence: isAbsence(episode),
    startAt: toIso(startOf(episode)),
    notifiedAt: toIso(episode.notifiedAt),
    ...when("foundAt", episode.foundAt),
    ...when("returnedAt", episode.returnedAt),
    ...when("foundSentAt", foundSentAt(episode)),
    ...when("foundNotifiedAt", episode.foundNotifiedAt),
    ...given("age", age),
    ...given("sex", child?.sex),
    ...given("care", careStatus),
    ...given("district", districtOf(child?.missingFromAddress ?? child?.homeAddress)),
    ...given("placement", placementOf(placementType)),
    ...given("ethnicGroup", ethnicGroupOf(child?.ethnicity)),
    ...given("school", child?.school?.trim()),
    ...given("careId", lastSaid(episode, "childId")),
    ...given("upn", lastSaid(episode, "upn")),
    placedByAnother: placedByAnotherSince(context) !== undefined,
    ...given("risk", episode.highestRisk),
    flags: [...episode.flags].toSorted() as FactsRow["flags"],
    ...when("interviewDueAt", duties.find(({ key }) => key === "return-interview")?.dueAt),
    marks: [...episode.actions.flatMap(marksOf), ...sentMarks(context)],
  };
};
