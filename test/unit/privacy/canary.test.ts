import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeEpisode } from "../../../functions/close-episode/close-episode.ts";
import type { RungEvent } from "../../../functions/domain/episode/events.ts";
import type { Letter } from "../../../functions/domain/letters/letter.ts";
import type { Profile } from "../../../functions/domain/profile/profile.ts";
import { isAddressOf } from "../../../functions/domain/profile/staff.ts";
import type { SesReceipt } from "../../../functions/reading/compact/trust/trust.ts";
import { readMailHere } from "../../../functions/reading/read-mail.ts";
import { sendDigest } from "../../../functions/send-digest/send-digest.ts";
import { derbyCity, leicestershire } from "../../builders/profiles.ts";
import { anUnreadable } from "../../builders/reading.ts";
import { asSent } from "../../builders/sent.ts";
import { captureOutput } from "../../fakes/output.ts";
import { decide, receive, record, recover, watch } from "../../fakes/steps.ts";
import { aWorld, outboxOf, rows, theRow, type World } from "../../fakes/world.ts";
import { aMail } from "../reading/mails.ts";

/** A child who is nowhere else in the project, so that every trace of her comes from the mail. */
const canaries = [
  "Zephyrine",
  "QUILLFEATHER",
  "2011-09-27",
  "27/09/2011",
  "14 Canary Rise",
  "7700 900147",
  "7700900147",
  "Fledgling Academy",
  "Mrs Sparrowhawk",
];

const missing = `MISSING PERSON REPORT

COMPACT Ref: MP/26/004999
Surname: QUILLFEATHER
Forename(s): Zephyrine
DOB: 27/09/2011
Home Address: 14 Canary Rise, Leicester, LE3 0ZZ
Mobile: 07700 900147
School: Fledgling Academy
Current Risk: MEDIUM
LAC: Yes
Social Worker: Mrs Sparrowhawk
Missing Since: 14/11/2026 21:30
Date Reported: 14/11/2026 22:41
Circumstances: Zephyrine left with Mrs Sparrowhawk's purse.
`;

const found = `FOUND REPORT

COMPACT Ref: MP/26/004999
Surname: QUILLFEATHER
Forename(s): Zephyrine
DOB: 27/09/2011
Date/Time Found: 18/11/2026 09:50
Found At: 14 Canary Rise
Method of Return: Returned home with officers
`;

/** The rules whose content-carrying mails the story brings out. */
const carried: Record<string, string[]> = {
  leicestershire: [
    "LEI-01",
    "LEI-10 ALL-10 LEI-02",
    "LEI-12 ALL-10",
    "LEI-12 LEI-10",
    "LEI-13",
    "LEI-13",
    "LEI-14 ALL-10",
  ],
  "derby-city": ["ALL-10 DER-02", "DER-07", "DER-08", "DER-08", "DER-12 ALL-10", "DER-25 ALL-10"],
};

const unreadable = "Zephyrine QUILLFEATHER, born 27/09/2011, of 14 Canary Rise, rang from 07700 900147.";

const receipt: SesReceipt = { dmarcVerdict: { status: "PASS" } };

const deliver = async (world: World, mailId: string, mail: Parameters<typeof aMail>[0]) => {
  const [force] = world.profile.forces;
  const from = `COMPACT <compact@${force?.senderDomains[0]}>`;
  return receive(
    world,
    mailId,
    await readMailHere(aMail({ from, ...mail }), { receipt, trust: world.profile }),
  );
};

/** A person reads the mail that nobody could, and types what it says. */
const releaseAsUpdate = async (world: World, mailId: string): Promise<void> => {
  const reading = anUnreadable(["no-reference"], { force: world.profile.forces[0]?.id ?? "" });
  const child = { surname: "QUILLFEATHER", forenames: "Zephyrine", dateOfBirth: "2011-09-27" };
  const data = { kind: "update", reference: "MP/26/004999", child, circumstances: unreadable };
  const request = { mailId, data, reason: "Mrs Sparrowhawk rang" };
  const { outcome } = await decide(world, "release", reading, request);
  expect(outcome).toBe("decided");
};

/** From the first mail to the last distribution, with every way of failing on the way. */
const wholeStory = async (profile: Profile): Promise<World> => {
  const world = aWorld({ profile, at: "2026-11-14T23:06:00Z" });
  world.post.state.refuses = ({ rules }) => rules.some((rule) => rule.endsWith("-03"));
  await deliver(world, "mail-1", { subject: "Missing Zephyrine QUILLFEATHER MP/26/004999", body: missing });
  await watch(world);
  world.post.state.refuses = () => false;
  world.clock.to("2026-11-18T10:05:00Z");
  await recover(world);
  await deliver(world, "mail-2", { date: "Wed, 18 Nov 2026 10:20:00 +0000", body: found });
  await deliver(world, "mail-3", { subject: "Zephyrine", body: unreadable });
  await recover(world);
  await releaseAsUpdate(world, "mail-3");
  const did = (action: string, data: unknown) => record(world, action, data, { reference: "MP/26/004999" });
  await did("allocate", { worker: `worker@${profile.staffDomains[0]}` });
  await did("note", { text: "Zephyrine rang from 07700 900147" });
  await did("interview-held", {
    method: "face-to-face",
    concerns: { immediate: true, summary: "Zephyrine" },
  });
  await recover(world);
  const sections = Object.fromEntries(profile.form.map(({ id }) => [id, "Dear Zephyrine"]));
  await did("written-record", { writtenToChild: true, sections });
  await did("copy-offered", { answer: "yes" });
  await record(
    world,
    "sign-off",
    { nextSteps: "Mrs Sparrowhawk visits" },
    { reference: "MP/26/004999", by: "line-manager" },
  );
  await recover(world);
  world.clock.to("2026-11-20T08:00:00Z");
  await sendDigest(world.deps);
  const { episodeId, generation } = theRow(world, "MP/26/004999");
  await closeEpisode({ episodeId, generation }, world.deps);
  return world;
};

const carries = ({ duty }: RungEvent, { rules }: Profile): boolean =>
  rules.some((rule) => rule.carries && rule.duty === duty);

/**
 * Every letter that went, by whether its duty carries content, as the episode's record names it. A rule's id would not
 * do: several duties stand under one, and a rung may go under another's.
 */
const letters = async (world: World): Promise<{ carrying: Letter[]; others: Letter[] }> => {
  const { deps, post, profile } = world;
  const { events = [] } = (await deps.episodes.load(theRow(world, "MP/26/004999").episodeId)) ?? {};
  const ids = new Set(events.flatMap((e) => (e.kind === "rung" && carries(e, profile) ? [e.messageId] : [])));
  const { carrying = [], others = [] } = Object.groupBy(post.sent, ({ messageId }) =>
    ids.has(messageId) ? "carrying" : "others",
  );
  return { carrying: carrying.map(({ letter }) => letter), others: others.map(({ letter }) => letter) };
};

let output: ReturnType<typeof captureOutput>;
beforeEach(() => {
  output = captureOutput();
});
afterEach(() => output.release());

const clean = (what: unknown): void => {
  const text = JSON.stringify(what);
  for (const canary of canaries) expect(text.toLowerCase()).not.toContain(canary.toLowerCase());
};

describe.each([leicestershire, derbyCity])(
  "a child's name, birthday, address and phone, in $authority",
  (profile) => {
    it("reach what must carry them", async () => {
      const world = await wholeStory(profile);
      const events = [...world.db.events.values()].flatMap((byNumber) => [...byNumber.values()]).join();
      for (const canary of ["Zephyrine", "2011-09-27", "14 Canary Rise"]) expect(events).toContain(canary);
      const { carrying } = await letters(world);
      for (const letter of carrying) expect(JSON.stringify(letter)).toContain("Zephyrine");
      expect(carrying.map(({ rules }) => rules.join(" ")).sort()).toEqual(carried[profile.authority]);
    });

    it("are in no subject, header, recipient or calendar entry, whatever the mail", async () => {
      const world = await wholeStory(profile);
      expect(world.post.sent.length).toBeGreaterThan(5);
      for (const { letter } of world.post.sent) {
        const { paragraphs: _, attachments = [], ...rest } = asSent(letter);
        clean([rest, attachments.map(({ content: __, ...attached }) => attached)]);
      }
    });

    it("ALL-16: are in the body of no mail but to the authority's staff and those whose duty carries them", async () => {
      const { others } = await letters(await wholeStory(profile));
      const outside = others.filter(({ to }) => to.some((one) => !isAddressOf(profile.staffDomains, one)));
      expect(outside.length).toBeLessThan(others.length);
      clean(outside);
    });

    it("are in no key, token, claim, outbox message or execution", async () => {
      const world = await wholeStory(profile);
      const { db, workflow } = world;
      clean(Object.values(db).map((table) => [...table.keys()]));
      clean([outboxOf(world), [...db.claims], [...db.digests], [...workflow.executions], workflow.woken]);
      clean(world.left.map(({ id }) => id));
    });

    it("are in no row but those that keep events, and where the episode's own row says whose it is", async () => {
      const world = await wholeStory(profile);
      const [own, ...others] = rows(world);
      expect(own?.listing?.child).toMatchObject({ forenames: "Zephyrine" });
      const unnamed = { ...own, listing: { ...own?.listing, child: {} } };
      clean([unnamed, others, [...world.db.children.values()], [...world.db.ledger.values()]]);
    });

    it("are printed nowhere", async () => {
      await wholeStory(profile);
      clean(output.text());
    });
  },
);
