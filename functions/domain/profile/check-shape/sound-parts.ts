import { profileSchema } from "../profile.ts";
import { dutyNameSchema } from "../rule.ts";

type Fields = Record<string, unknown>;
type Path = readonly PropertyKey[];

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;
const kept = (value: unknown, key: string, otherwise: string): unknown =>
  isFields(value) && typeof value[key] === "string" ? value[key] : otherwise;

const dutyOf = (raw: unknown): unknown => {
  const duty = kept(raw, "duty", "unnamed");
  return dutyNameSchema.safeParse(duty).success ? duty : "unnamed";
};

const always = { always: true };
const address = "nobody@safe-return.example";

/** What stands in for an entry that can't be read. It keeps the names by which the rest speaks of it. */
const entryFor: Record<string, (raw: unknown) => unknown> = {
  rules: (raw) => ({
    ...{ id: "AAA-00", clause: "?", source: "?", title: "?", act: "?", ladder: "contact" },
    ...{
      duty: dutyOf(raw),
      // With a mail and a limit, as others may speak of either.
      rungs: [{ id: "told", from: "created", to: ["force"], says: "?" }],
      due: [{ anchor: "created", amount: 1, unit: "d" }],
      when: always,
      owner: [{ role: "force" }],
      endedBy: [],
      doneWhen: always,
    },
  }),
  guards: () => ({
    id: "AAA-00",
    clause: "?",
    source: "?",
    actions: ["note"],
    refuseWhen: always,
    says: "?",
  }),
  recipients: () => ({ name: "?", addresses: [address] }),
  sources: () => ({ title: "?", file: "?" }),
  form: (raw) => ({ id: kept(raw, "id", "?"), title: "?" }),
};

/** What stands in for a part nothing else speaks of. */
const partFor: Fields = {
  authority: "unknown",
  name: "?",
  mail: { ingest: address, from: address, replyTo: `reply-${address}` },
  consoleUrl: "https://safe-return.example",
  forces: [{ id: "unknown", name: "?", senderDomains: ["safe-return.example"], mailbox: address }],
  staffDomains: ["safe-return.example"],
  standIns: { "allocated-worker": "?", "line-manager": "?" },
  quarantine: { role: "?", next: "?", afterHours: 1 },
};

const mended = (raw: Fields, [part, entry]: Path): Fields => {
  const name = String(part);
  const list = raw[name];
  const standIn = entryFor[name];
  if (standIn && entry !== undefined && isFields(list)) {
    const one = standIn(list[String(entry)]);
    const copy: unknown = Array.isArray(list)
      ? list.map((other, i) => (i === entry ? one : other))
      : { ...list, [entry]: one };
    return { ...raw, [name]: copy };
  }
  const { [name]: _, ...others } = raw;
  return name in partFor ? { ...others, [name]: partFor[name] } : others;
};

/** Where a fault lies that leaves the rest of the profile to be checked: an entry of a list, else a whole part. */
const brokenAt = (path: Path): Path => path.slice(0, String(path[0]) in entryFor ? 2 : 1);

/**
 * The profile with whatever has not the right shape replaced, and which paths were; undefined where so much is
 * wrong that a check of the rest would say untrue things.
 */
export const soundParts = (raw: unknown, faulty: readonly Path[]) => {
  if (!isFields(raw) || faulty.some((path) => path.length === 0)) return undefined;
  const broken = faulty.map(brokenAt);
  const parsed = profileSchema.safeParse(broken.reduce(mended, raw));
  if (!parsed.success) return undefined;
  const starts = broken.map((path) => `${path.join(".")}.`);
  const isSound = (path: string): boolean => !starts.some((start) => `${path}.`.startsWith(start));
  return { profile: parsed.data, isSound, everyRule: broken.every(([part]) => part !== "rules") };
};
