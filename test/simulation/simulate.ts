import type { Profile } from "../../functions/domain/profile/profile.ts";
import { recordAction } from "../../functions/record-action/record-action.ts";
import { derbyCity, derbyshire, leicestershire, rutland, torbay } from "../builders/profiles.ts";
import { rowsOf } from "../fakes/episode-store.ts";
import { eventsOf } from "../fakes/world.ts";
import { anAgenda } from "./agenda.ts";
import { aChance, type Chance } from "./chance.ts";
import { findings, repeats } from "./findings.ts";
import { ordersTried } from "./orders.ts";
import { aPipeline } from "./pipeline.ts";
import type { Act } from "./story.ts";
import { aStory } from "./story.ts";
import { aWeather, type Climate, services } from "./weather.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.parse("2026-11-10T18:00:00Z");
const STORMY_HOURS = 100;

export type Outcome = {
  seed: number;
  findings: string[];
  trace: string[];
  episodes: number;
  mails: number;
  letters: number;
  rungs: number;
  repeats: number;
  /** Orders of events that were folded, each to the same episode. */
  orders: number;
  forged: number;
  /** Under which weather it ran. */
  climate: Kind;
  /** What befell calls, and how often. */
  harmed: Record<string, number>;
  /** Each call of each function, and the ways in which it was harmed there. */
  points: ReadonlyMap<string, ReadonlySet<string>>;
  /** How late each rung was told, in milliseconds. */
  late: readonly number[];
};

/** Of ten runs one in fair weather and one with Step Functions away from first to last: how late mails are is measured there. */
type Kind = "fair" | "no-workflow" | "storm";
const kindOf = (seed: number): Kind => (seed % 10 === 0 ? "fair" : seed % 10 === 1 ? "no-workflow" : "storm");

const climateOf = (kind: Kind, chance: Chance): Climate => {
  const calmFrom = START + STORMY_HOURS * HOUR;
  const fair = { harm: 0, slow: 0, outages: [], calmFrom };
  if (kind === "fair") return fair;
  if (kind === "no-workflow") {
    const away = { service: "Step Functions", from: START, to: START + 18 * HOUR } as const;
    return { ...fair, outages: [away], calmFrom: away.to };
  }
  const outages = Array.from({ length: chance.between(0, 3) }, () => {
    const from = START + chance.between(0, STORMY_HOURS * 60) * MINUTE;
    return { service: chance.one(services), from, to: from + chance.between(1, 240) * MINUTE };
  });
  return { harm: chance.one([0, 0.002, 0.01, 0.05]), slow: chance.one([0, 0.001, 0.01]), outages, calmFrom };
};

/** The same protocol, with another limit for whoever goes missing later. */
const anotherVersion = (profile: Profile): Profile =>
  JSON.parse(
    JSON.stringify(profile).replaceAll('"amount":72,"unit":"h"', '"amount":71,"unit":"h"'),
  ) as Profile;

/** Somebody records something, and tries again with the same form until they hear what became of it. */
const acting = (
  pipeline: ReturnType<typeof aPipeline>,
  sleep: (until: number) => Promise<void>,
  now: () => number,
) => {
  const recorded: string[] = [];
  const act = async ({ request }: Act): Promise<void> => {
    for (let attempt = 0; attempt < 400; attempt += 1) {
      try {
        const answer = await pipeline.run("record-action", () => recordAction(request, pipeline.world.deps));
        if (answer.outcome === "recorded") recorded.push(request.id ?? "");
        return;
      } catch {
        await sleep(now() + MINUTE);
      }
    }
  };
  return { recorded, act };
};

/**
 * One run: some days of bad weather over a story, all from one seed, then an hour in which all is well and an operator has
 * redriven the dead letters. What then is not as it must be is found.
 */
export const simulate = async (seed: number, episodes = 6): Promise<Outcome> => {
  const chance = aChance(seed);
  const agenda = anAgenda(START);
  const trace: string[] = [];
  const say = (line: string): void =>
    void trace.push(`${new Date(agenda.now()).toISOString().slice(5, 23)} ${line}`);
  const kind = kindOf(seed);
  const climate = climateOf(kind, chance);
  const weather = aWeather(climate, chance, agenda.now);
  const profile = chance.one([leicestershire, derbyCity, derbyshire, torbay, rutland]);
  const [lost, twice] = kind === "storm" ? [chance.one([0, 0.02]), chance.one([0, 0.1])] : [0, 0];
  const pipeline = aPipeline({
    profile,
    agenda,
    weather,
    chance,
    lost,
    twice,
    calmFrom: climate.calmFrom,
    say,
  });
  const { recorded, act } = acting(pipeline, pipeline.machine.sleep, agenda.now);
  const story = aStory(chance, profile.forces[0]?.id ?? "", START, episodes);
  for (const { at, mailId, reading } of story.mails) agenda.put(at, () => pipeline.receive(mailId, reading));
  for (const one of story.acts) agenda.put(one.at, () => void act(one));
  const deaths = kind === "storm" ? chance.between(0, 2) : 0;
  for (let death = 0; death < deaths; death += 1)
    agenda.put(START + chance.between(0, STORMY_HOURS) * HOUR, () => {
      say("every execution is stopped");
      pipeline.stepFunctions.stopAll();
    });
  if (chance.happens(0.5))
    agenda.put(START + chance.between(0, STORMY_HOURS) * HOUR, () => {
      say("another version is deployed");
      pipeline.world.deploy(anotherVersion(profile));
    });
  await agenda.runTo(START + 200 * HOUR);
  pipeline.redrive();
  await agenda.runTo(START + 201 * HOUR);
  const rows = rowsOf(pipeline.world.db);
  const rungs = [...pipeline.world.db.events.values()].flatMap((events) =>
    [...events.values()].filter((text) => text.includes('"kind":"rung"')),
  );
  const found = await findings(pipeline, story, recorded, agenda.now());
  const orders = await Promise.all(
    rows.map(async ({ episodeId }) => ordersTried(episodeId, await eventsOf(pipeline.world, episodeId))),
  );
  if (orders.some(({ differ }) => differ)) found.push("order: the order of events changes an episode");
  return {
    seed,
    findings: found,
    trace,
    episodes: rows.length,
    mails: pipeline.mails.size,
    letters: pipeline.world.post.sent.length,
    rungs: rungs.length,
    repeats: await repeats(pipeline),
    orders: orders.reduce((sum, { tried }) => sum + tried, 0),
    forged: [...pipeline.mails.values()].filter(({ mail }) => !mail.trusted).length,
    harmed: Object.fromEntries(weather.counted),
    climate: kind,
    points: pipeline.machine.points,
    late: pipeline.lateness.late,
  };
};
