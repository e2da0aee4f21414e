import type { Instant } from "../../functions/domain/calendar/instant.ts";
import type { Chance } from "./chance.ts";

/** What befalls a call: it is turned away; done, but the answer is lost; or its caller dies before or after it. */
export const harms = ["refused", "unheard", "died-before", "died-after"] as const;
export type Harm = (typeof harms)[number];

export const services = ["DynamoDB", "SES", "Step Functions", "S3"] as const;
type Service = (typeof services)[number];

const ofService: Record<string, Service> = {
  SES: "SES",
  "start the workflow": "Step Functions",
  "look at the workflow": "Step Functions",
  "wake a ladder": "Step Functions",
  "read the raw mail": "S3",
  "list the bucket": "S3",
};

export const serviceOf = (call: string): Service => ofService[call] ?? "DynamoDB";

type Outage = { service: Service; from: Instant; to: Instant };

/** How bad it gets: shares of all calls, and whole services away for a time. */
export type Climate = { harm: number; slow: number; outages: readonly Outage[]; calmFrom: Instant };

/** What befalls each call, by chance alone; from a time on nothing does any more. */
export const aWeather = (climate: Climate, chance: Chance, now: () => Instant) => {
  const counted = new Map<Harm | "slow" | "away", number>();
  const count = (what: Harm | "slow" | "away"): void => void counted.set(what, (counted.get(what) ?? 0) + 1);
  const isAway = (call: string): boolean =>
    climate.outages.some(
      ({ service, from, to }) => service === serviceOf(call) && from <= now() && now() < to,
    );
  const over = (call: string): { harm?: Harm; takes: number } => {
    const takes = chance.between(1, 80);
    if (now() >= climate.calmFrom) return { takes };
    if (isAway(call)) {
      count("away");
      return { harm: "refused", takes };
    }
    const slow = chance.happens(climate.slow);
    if (slow) count("slow");
    const harm = chance.happens(climate.harm) ? chance.one(harms) : undefined;
    if (harm) count(harm);
    return { ...(harm ? { harm } : {}), takes: slow ? chance.between(1_000, 70_000) : takes };
  };
  return { over, counted };
};

export type Weather = ReturnType<typeof aWeather>;
