import { type Instant, toIso } from "../calendar/instant.ts";
import { dayInLondon } from "../calendar/london.ts";
import type { Placement } from "./codes.ts";
import type { FactsRow, Mark } from "./facts-row.ts";
import { HOUR } from "./judged.ts";

/** mulberry32: the same numbers for a seed on every machine. */
const randomOf = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** As rows keep them. */
const toSecond = (at: number): number => Math.floor(at / 1000) * 1000;

type Random = ReturnType<typeof chances>;

const chances = (seed: number) => {
  const next = randomOf(seed);
  return {
    next,
    is: (chance: number): boolean => next() < chance,
    among: <T>(all: readonly [T, ...T[]]): T => all[Math.floor(next() * all.length)] ?? all[0],
    weighted: <T>(all: readonly (readonly [T, number])[], otherwise: T): T => {
      let left = next() * all.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [one, weight] of all) {
        left -= weight;
        if (left < 0) return one;
      }
      return otherwise;
    },
    /** Hours with a long tail around a median. */
    around: (median: number): number => median * Math.exp((next() + next() + next() - 1.5) * 1.4),
    hex: (length: number): string =>
      Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join(""),
  };
};

export type SyntheticYear = {
  seed: number;
  episodes: number;
  /** London's 1 April of the year that begins: its midnight. */
  from: Instant;
  days?: number;
  forces?: readonly [string, ...string[]];
  districts?: readonly [string, ...string[]];
};

type Child = Pick<
  FactsRow,
  "child" | "age" | "sex" | "care" | "placement" | "ethnicGroup" | "school" | "careId"
> & {
  district: string | undefined;
  elsewhere: boolean;
  exploited: boolean;
};

const schools = ["Harbour Academy", "St Brannoc's School", "Moorside College", "Ferry Road School"] as const;
const inCare: readonly (readonly [Placement, number])[] = [
  ["childrens-home", 5],
  ["foster", 4],
  ["semi-independent", 3],
  ["kin", 1],
];

/** A third are in care; of them half are placed here by another authority. What mails leave out stays unknown. */
const aChild = (random: Random, n: number, districts: readonly [string, ...string[]]): Child => {
  const looked = random.is(0.35);
  const care = looked ? "looked-after" : random.is(0.05) ? "care-leaver" : "not-looked-after";
  const known = <T>(chance: number, value: T): T | undefined => (random.is(chance) ? value : undefined);
  return {
    child: `child#${random.hex(32)}`,
    ...defined({
      age: known(
        0.96,
        random.weighted(
          [
            [11, 2],
            [12, 4],
            [13, 8],
            [14, 14],
            [15, 18],
            [16, 16],
            [17, 12],
            [9, 1],
          ],
          15,
        ),
      ),
      sex: known(0.95, random.among(["female", "male"] as const)),
      care: known(0.85, care),
      placement: known(0.8, looked ? random.weighted(inCare, "foster") : "home"),
      ethnicGroup: known(
        0.6,
        random.weighted(
          [
            ["white", 80],
            ["mixed", 8],
            ["asian", 5],
            ["black", 5],
            ["other", 2],
          ] as const,
          "white",
        ),
      ),
      school: known(0.4, random.among(schools)),
      careId: looked ? `C${String(n).padStart(5, "0")}` : undefined,
    }),
    district: known(0.7, random.among(districts)),
    elsewhere: looked && random.is(0.15),
    exploited: random.is(0.12),
  };
};

/** Without what is undefined. */
const defined = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

const mark = (kind: Mark["kind"], at: number, recorded: number, codes?: Mark["codes"]): Mark => ({
  kind,
  at: toIso(at),
  recordedAt: toIso(Math.max(at, recorded)),
  ...(codes ? { codes } : {}),
});

/** What people did after a return; a tenth of it is recorded days late. */
const marksAfter = (random: Random, back: Instant, told: Instant): Mark[] => {
  const marks: Mark[] = [];
  let at = Math.max(back, told);
  const put = (kind: Mark["kind"], hours: number, codes?: Mark["codes"]): void => {
    at += hours * HOUR;
    marks.push(mark(kind, at, random.is(0.1) ? at + random.around(40) * HOUR : at, codes));
  };
  put("allocated", random.around(4), { team: random.among(["team-north", "team-south"] as const) });
  if (random.is(0.3)) put("referred", random.around(2));
  if (random.is(0.07)) {
    put("exempt", random.around(5), {
      reason: random.among(["in-hospital", "on-remand", "police-investigation", "with-family"] as const),
    });
    if (random.is(0.7)) return marks;
    put("exemption-lifted", random.around(48));
  }
  for (
    let tries = random.weighted(
      [
        [0, 3],
        [1, 4],
        [2, 2],
        [4, 1],
      ],
      1,
    );
    tries > 0;
    tries -= 1
  )
    put("tried", random.around(6), { method: random.among(["call", "text", "visit"] as const) });
  if (random.is(0.08)) {
    put("no-contact", random.around(60));
    return marks;
  }
  put("reached", random.around(3), { contact: random.among(["child", "parent", "carer"] as const) });
  const refuses = random.is(0.3);
  put("offered", random.around(1), { accepted: !refuses });
  if (random.is(0.03)) {
    put("voice-not-gathered", random.around(30), { informationFrom: "parent" });
    return marks;
  }
  if (refuses) {
    put("declined", random.around(2), { by: random.is(0.15) ? "parent" : "child" });
    return marks;
  }
  if (random.is(0.05)) return marks;
  const wait = random.around(14);
  if (random.is(0.8))
    put("booked", 0.5, {
      for: toIso(at + (wait + 0.5) * HOUR),
      ...(random.is(0.3) ? { chosenBy: "child" } : {}),
    });
  const late = at + wait * HOUR > back + 72 * HOUR;
  put("held", wait, {
    method: random.weighted(
      [
        ["face-to-face", 7],
        ["telephone", 2],
        ["video", 1],
      ] as const,
      "face-to-face",
    ),
    ...(random.is(0.7)
      ? { placeKind: random.among(["home", "placement", "school", "youth-centre", "other"] as const) }
      : {}),
    ...(random.is(0.75)
      ? { wentBecause: random.among(["argument", "friends", "placement", "placement school"] as const) }
      : {}),
    ...(late && random.is(0.8) ? { reasonLate: true } : {}),
  });
  if (random.is(0.85)) put("written", random.around(24));
  if (random.is(0.5))
    put("safeguarding-decided", random.around(6), {
      choice: random.among(["referral", "no-further-action"] as const),
    });
  if (random.is(0.8)) put("signed-off", random.around(20));
  if (random.is(0.75)) put("sent", random.around(6));
  if (random.is(0.7)) put("loaded", random.around(12));
  return marks;
};

/** Back again within four days, and interviewed then: the later interview is that of both. */
const oneForSeveral = (rows: readonly FactsRow[]): FactsRow[] => {
  const heldOf = ({ marks }: FactsRow) => marks.find(({ kind }) => kind === "held");
  const byChild = Map.groupBy(rows, ({ child }) => child);
  return rows.map((row) => {
    const { returnedAt, marks } = row;
    if (returnedAt === undefined || heldOf(row)) return row;
    const waits = !marks.some(({ kind }) =>
      ["declined", "exempt", "no-contact", "voice-not-gathered"].includes(kind),
    );
    const later = (byChild.get(row.child) ?? []).find((other) => {
      const gap = Date.parse(other.startAt) - Date.parse(returnedAt);
      return waits && other !== row && gap > 0 && gap < 96 * HOUR && heldOf(other) !== undefined;
    });
    const held = later && heldOf(later);
    return held && !row.placedByAnother && !row.absence ? { ...row, marks: [...marks, held] } : row;
  });
};

/**
 * An invented year of episodes, the same for a seed: few children make many of them, mails come late or never, some
 * records are corrected or cancelled, some children are not back at its end.
 */
export const syntheticYear = ({
  seed,
  episodes,
  from,
  days = 365,
  forces = ["devon-cornwall-police"],
  districts = ["TQ1", "TQ2", "TQ3", "TQ4", "TQ5"],
}: SyntheticYear): FactsRow[] => {
  const random = chances(seed);
  const children = Array.from({ length: Math.max(1, Math.round(episodes / 2.4)) }, (_, n) =>
    aChild(random, n, districts),
  );
  const rows = Array.from({ length: episodes }, (_, n): FactsRow => {
    // Squared: the first of them make many, most make one.
    const child = children[Math.floor(random.next() ** 2 * children.length)] ?? aChild(random, n, districts);
    const { district, elsewhere, exploited, ...known } = child;
    const startAt = toSecond(from + random.next() * days * 24 * HOUR);
    const notifiedAt = startAt + random.around(3) * HOUR;
    const cancelled = random.is(0.03);
    const away = random.around(random.is(0.1) ? 90 : 9) * HOUR;
    const back = toSecond(startAt + away);
    const isBack = !cancelled && back < from + days * 24 * HOUR;
    const sent = back + random.around(5) * HOUR;
    const told = sent + random.around(0.4) * HOUR;
    const mailCame = random.is(0.94);
    const absence = random.is(0.06);
    return {
      made: 1,
      episodeId: `ep-${random.hex(32)}`,
      month: isBack ? dayInLondon(back).slice(0, 7) : "open",
      force: random.among(forces),
      reference: `MP/26/${String(n + 1).padStart(6, "0")}`,
      status: cancelled ? "cancelled" : isBack ? "returned" : "missing",
      absence,
      startAt: toIso(startAt),
      notifiedAt: toIso(notifiedAt),
      ...(isBack ? { foundAt: toIso(back - random.around(0.5) * HOUR), returnedAt: toIso(back) } : {}),
      ...(isBack && mailCame ? { foundSentAt: toIso(sent), foundNotifiedAt: toIso(told) } : {}),
      ...known,
      ...(district === undefined ? {} : { district }),
      placedByAnother: elsewhere,
      ...(random.is(0.9) ? { risk: random.among(["low", "medium", "medium", "high"] as const) } : {}),
      flags: exploited ? ["exploitation"] : [],
      marks:
        isBack && !elsewhere && !absence ? marksAfter(random, back, mailCame ? told : back + 20 * HOUR) : [],
    };
  });
  return oneForSeveral(rows);
};
