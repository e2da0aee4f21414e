import { sendDigest } from "../../functions/send-digest/send-digest.ts";
import { derbyCity } from "../builders/profiles.ts";
import { aFound, aMissing, aReading } from "../builders/reading.ts";
import { receive, record, watch } from "../fakes/steps.ts";
import { aWorld, rows, type World } from "../fakes/world.ts";
import { atMost } from "./figure.ts";

/** Of several stories side by side each is of another child, and begins some hours after the one before; alone it is the 0th. */
type Act = (world: World, nth: number) => Promise<unknown>;
type Story = { days: number; steps: readonly (readonly [hours: number, act: Act])[] };

const BEGIN = Date.parse("2026-11-10T22:00:00Z");
const HOUR = 3_600_000;
const iso = (hours: number): string => `${new Date(BEGIN + hours * HOUR).toISOString().slice(0, 19)}+00:00`;
const force = { force: "derbyshire-police" };
const APART = 5;
const referenceOf = (reference: string, nth: number): string =>
  nth === 0 ? reference : reference.replace("MP/26/00", `MP/26/${10 + nth}`);
const ofStory = <C extends ReturnType<typeof aMissing>>(compact: C, nth: number): C => ({
  ...compact,
  reference: referenceOf(compact.reference, nth),
  child:
    nth === 0
      ? compact.child
      : { ...compact.child, surname: `${compact.child.surname}${"abcdefghij".charAt(nth)}` },
});
const inCare = { careStatus: "looked-after" as const, placementType: "Residential home" };

let mails = 0;
type Facts = Partial<ReturnType<typeof aMissing>>;
const missing =
  (hours: number, facts: Facts = {}): Act =>
  (world, nth) =>
    receive(
      world,
      `mail-${++mails}`,
      aReading({
        compacts: [
          ofStory(
            aMissing({
              missingSince: iso(hours - 2 + APART * nth),
              reportedAt: iso(hours - 1 + APART * nth),
              ...facts,
            }),
            nth,
          ),
        ],
        ...force,
      }),
    );
const found =
  (hours: number, facts: Facts = {}): Act =>
  (world, nth) =>
    receive(
      world,
      `mail-${++mails}`,
      aReading({
        compacts: [
          ofStory(
            aFound({
              foundAt: iso(hours - 1 + APART * nth),
              returnedAt: iso(hours - 0.5 + APART * nth),
              ...facts,
            }),
            nth,
          ),
        ],
        ...force,
      }),
    );
const absent =
  (hours: number, reference: string): Act =>
  (world, nth) =>
    receive(
      world,
      `mail-${++mails}`,
      aReading({
        compacts: [
          ofStory(
            { ...aMissing({ missingSince: iso(hours - 1 + APART * nth), reference }), kind: "absent" },
            nth,
          ),
        ],
        ...force,
      }),
    );
const did =
  (action: string, data: unknown = {}, reference = "MP/26/004417"): Act =>
  (world, nth) =>
    record(world, action, data, { reference: referenceOf(reference, nth) });
const all =
  (...acts: readonly Act[]): Act =>
  async (world, nth) => {
    for (const act of acts) await act(world, nth);
  };

const allocate = did("allocate", { worker: "grace@derby.example", lineManager: "omar@derby.example" });
const held = did("interview-held", { method: "face-to-face", independent: true });
const sam = {
  reference: "MP/26/004418",
  child: { surname: "Reeve", forenames: "Sam", dateOfBirth: "2012-01-20" },
};
const ref = (n: number) => ({ reference: `MP/26/00440${n}` });

const stories: Record<string, Story> = {
  prompt: {
    days: 7,
    steps: [
      [0, missing(0)],
      [11, allocate],
      [14, found(14)],
      [20, held],
    ],
  },
  "a placed child, 4 days": {
    days: 10,
    steps: [
      [0, missing(0, inCare)],
      [11, allocate],
      [96, found(96, inCare)],
      [120, held],
    ],
  },
  "the third in 30 days": {
    days: 20,
    steps: [
      [0, missing(0, ref(1))],
      [12, found(12, ref(1))],
      [96, missing(96, ref(2))],
      [108, found(108, ref(2))],
      [200, missing(200)],
      [211, allocate],
      [220, found(220)],
    ],
  },
  remand: {
    days: 10,
    steps: [
      [0, missing(0)],
      [11, allocate],
      [30, found(30)],
      [34, did("exempt", { reason: "on-remand" })],
    ],
  },
  refuser: {
    days: 10,
    steps: [
      [0, missing(0)],
      [11, allocate],
      [30, found(30)],
      [40, did("offer-interview", { accepted: false })],
      [50, did("decline", { reason: "does not want to talk" })],
    ],
  },
  "16 days, nothing recorded": { days: 16, steps: [[0, missing(0)]] },
  uncontactable: {
    days: 12,
    steps: [
      [0, missing(0)],
      [11, allocate],
      [30, found(30)],
      ...[40, 46, 64, 70].map((at) => [at, did("contact-attempt", { method: "call" })] as const),
    ],
  },
  disclosure: {
    days: 10,
    steps: [
      [0, missing(0, inCare)],
      [11, allocate],
      [30, found(30, inCare)],
      [
        50,
        did("interview-held", {
          method: "face-to-face",
          independent: true,
          concerns: { exploitation: true, immediate: true, summary: "An adult who waits" },
        }),
      ],
    ],
  },
  absences: {
    days: 6,
    steps: [
      [0, absent(0, "MP/26/004417")],
      [24, absent(24, "MP/26/004402")],
      [48, absent(48, "MP/26/004403")],
    ],
  },
  "two children at once": {
    days: 10,
    steps: [
      [0, all(missing(0, inCare), missing(0, { ...inCare, ...sam }))],
      [40, all(found(40, inCare), found(40, { ...inCare, ...sam }))],
    ],
  },
};

/** Where the clock stops next: a step, a rung that falls due, the hour of the lists. */
const stops = (world: World, now: number, steps: readonly number[], end: number): number => {
  const due = rows(world).flatMap(({ nextRungAt }) => (nextRungAt ? [Date.parse(nextRungAt)] : []));
  const list = Math.floor((now - 8 * HOUR) / (24 * HOUR) + 1) * 24 * HOUR + 8 * HOUR;
  return Math.min(end, list, ...[...steps, ...due].filter((at) => at > now));
};

/** Stories in one authority, each begun some hours after the one before. */
const play = async (told: readonly Story[]): Promise<World> => {
  const world = aWorld({ profile: derbyCity, at: new Date(BEGIN).toISOString() });
  const steps = told.flatMap(({ steps }, nth) =>
    steps.map(([hours, act]) => ({ at: BEGIN + (hours + APART * nth) * HOUR, act, nth })),
  );
  const end = BEGIN + Math.max(...told.map(({ days }, nth) => days * 24 + APART * nth)) * HOUR;
  const times = steps.map(({ at }) => at);
  for (let now = BEGIN; now < end; now = stops(world, now, times, end)) {
    world.clock.to(new Date(now).toISOString());
    for (const { at, act, nth } of steps) if (at === now) await act(world, nth);
    await watch(world);
    await sendDigest(world.deps);
  }
  return world;
};

const isNight = (at: string): boolean => {
  const hour = new Date(at).getUTCHours();
  return hour < 7 || hour >= 19;
};
const countBy = (keys: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([key, own]) => [key, own.length]));

const HEAD = "head-of-service@derby.example";

const figuresOf = async (...told: readonly Story[]) => {
  const world = await play(told);
  const { sent } = world.post;
  const lists = sent.filter(({ letter }) => letter.rules.includes("digest"));
  const other = sent.filter((one) => !lists.includes(one));
  const atOnce = Object.values(countBy(other.map(({ at, letter }) => `${at} ${letter.to}`)));
  const listed = JSON.stringify(lists.map(({ letter }) => letter.paragraphs));
  const open = rows(world).flatMap(({ listing }) => listing?.duties ?? []);
  const unlisted = open.filter(
    ({ told, title, notice }) => !notice && told.length === 1 && !listed.includes(title),
  );
  const toHead = other.filter(
    ({ letter }) => letter.to.includes(HEAD) && letter.subject.includes("local practice"),
  );
  return {
    "mails to one person at one moment": atMost(1, Math.max(0, ...atOnce)),
    "to the head of service beyond what a clause asks, most in a day": atMost(
      1,
      Math.max(0, ...Object.values(countBy(toHead.map(({ at }) => at.slice(0, 10))))),
    ),
    "duties one mail named and no list shows": atMost(0, unlisted.length, {
      which: unlisted.map(({ title }) => title),
    }),
    mails: other.length,
    lists: lists.length,
    "at night": other.filter(({ at }) => isNight(at)).length,
    "by whom": countBy(other.map(({ letter }) => letter.to.join())),
    "by day": countBy(other.map(({ at }) => at.slice(0, 10))),
  };
};

/** Ten stories in process: how many mails people get, from whom, when. */
export const benchMailStories = async () => {
  const figures: Record<string, Awaited<ReturnType<typeof figuresOf>>> = {};
  for (const [name, story] of Object.entries(stories)) figures[name] = await figuresOf(story);
  const unrecorded = figures["16 days, nothing recorded"]?.mails ?? Number.NaN;
  figures["all ten side by side"] = await figuresOf(...Object.values(stories));
  return { ...figures, "16 days with nothing recorded, mails beside lists": atMost(14, unrecorded) };
};
