import { describe, expect, it } from "vitest";
import { aMissing, aReading } from "../../builders/reading.ts";
import { aDeskWithEllie, hiddenIn, WORKER } from "../../fakes/staff.ts";
import { receive, record } from "../../fakes/steps.ts";
import { eventsOf, theRow } from "../../fakes/world.ts";

const OTHER = "other@leicestershire.example";

const twoEpisodes = async () => {
  const desk = await aDeskWithEllie();
  const compact = aMissing({
    reference: "MP/26/009999",
    child: { forenames: "Una", surname: "Quill", dateOfBirth: "2012-05-01" },
    received: "2026-11-16T07:00:00+00:00",
  });
  await receive(desk.world, "mail-9", aReading({ compacts: [compact] }));
  const una = theRow(desk.world, "MP/26/009999").episodeId;
  const coordinator = await desk.as("coordinator");
  const ticked = `/work/allocate?episode=${desk.episodeId}&episode=${una}&episode=ep-${"0".repeat(32)}`;
  const { body } = await coordinator.get(ticked);
  const carried = [...body.matchAll(/name="episode" value="([^"]*)"/g)].map(([, value = ""]) => value);
  const form = { id: hiddenIn(body, "id"), way: "give", worker: OTHER };
  return { ...desk, una, coordinator, body, carried, form };
};

type Desk = Awaited<ReturnType<typeof twoEpisodes>>;

const send = ({ coordinator, carried }: Desk, fields: Record<string, string>) =>
  coordinator.postAll("/work/allocate", [
    ...Object.entries(fields),
    ...carried.map((one): [string, string] => ["episode", one]),
  ]);

describe("allocating many at once", () => {
  it("names each that was ticked, and says how many can't be found", async () => {
    const { body } = await twoEpisodes();
    expect(body).toContain("Allocate 2 episodes");
    expect(body).toContain("Ellie Marlowe");
    expect(body).toContain("Una Quill");
    expect(body).toContain("1 ticked episode can&#39;t be found any more".replace("&#39;", "'"));
  });

  it("confirms before anything is done, naming each and those that stay with why", async () => {
    const desk = await twoEpisodes();
    const { body } = await send(desk, { ...desk.form, worker: WORKER, step: "confirm" });
    expect(body).toContain("Check before you allocate");
    expect(body).toContain(`It is with ${WORKER} already.`);
    expect(body.indexOf("These will be allocated")).toBeLessThan(body.indexOf("Una Quill"));
    expect(theRow(desk.world, "MP/26/009999").listing?.allocation).toBeUndefined();
  });

  it("allocates each by an act of its own, once, and says which were refused with the clause", async () => {
    const desk = await twoEpisodes();
    const { world, episodeId, una } = desk;
    const first = await send(desk, { ...desk.form, step: "do" });
    const again = await send(desk, { ...desk.form, step: "do" });
    for (const { body } of [first, again]) expect(body).toContain("2 episodes allocated");
    for (const id of [episodeId, una]) {
      const allocations = (await eventsOf(world, id)).filter(({ type }) => type === "allocate");
      expect(allocations.at(-1)).toMatchObject({
        data: { worker: OTHER },
        actor: { roles: ["coordinator"] },
      });
      expect(allocations).toHaveLength(id === una ? 1 : 2);
    }
  });

  it("leaves alone what changed since it was ticked", async () => {
    const desk = await twoEpisodes();
    await record(desk.world, "note", { text: "news" });
    const { body } = await send(desk, { ...desk.form, step: "do" });
    expect(body).toContain("It changed since you ticked it.");
    expect(theRow(desk.world).listing?.allocation?.worker).toBe(WORKER);
  });

  it.each([
    ["nobody", { worker: "" }, "Fill in: worker"],
    ["somebody elsewhere", { worker: "x@elsewhere.example" }, "nothing about a child is sent anywhere else"],
    ["no way", { way: "" }, "For how long?"],
    [
      "a day that there is not",
      { "until-day": "45", "until-month": "1", "until-year": "2027" },
      "The last day",
    ],
  ])(
    "refuses %s, and keeps what was typed and ticked",
    async (_what, typed: Record<string, string>, says) => {
      const desk = await twoEpisodes();
      const { body, status } = await send(desk, {
        ...desk.form,
        reason: "On <leave>",
        step: "confirm",
        ...typed,
      });
      expect(status).toBe(422);
      expect(body).toContain(says.toLowerCase() === says ? says : says);
      expect(body).toContain("On &lt;leave&gt;");
      expect(body.match(/name="episode"/g)).toHaveLength(2);
    },
  );

  it("gives what somebody has to a deputy until they are back, and back again", async () => {
    const desk = await twoEpisodes();
    const until = { "until-day": "30", "until-month": "11", "until-year": "2026" };
    await send(desk, { ...desk.form, way: "deputy", ...until, step: "do" });
    expect(theRow(desk.world).listing?.allocation).toMatchObject({
      worker: OTHER,
      deputyFor: WORKER,
      until: "2026-11-30",
      lineManager: "manager@leicestershire.example",
    });
    const { body } = await desk.coordinator.get(`/work/allocate?from=${encodeURIComponent(WORKER)}`);
    expect(body).toContain("Allocate 1 episode");
    const back = await desk.coordinator.postAll("/work/allocate", [
      ["id", hiddenIn(body, "id")],
      ["episode", hiddenIn(body, "episode")],
      ["way", "back"],
      ["step", "do"],
    ]);
    expect(back.body).toContain("1 episode allocated");
    expect(theRow(desk.world).listing?.allocation?.worker).toBe(WORKER);
  });
});

describe("my team's load", () => {
  it("counts each worker's episodes and duties, and what nobody has", async () => {
    const { coordinator } = await twoEpisodes();
    const { body } = await coordinator.get("/load");
    expect(body).toContain('href="/work?owner=nobody"');
    expect(body).toContain(`href="/work/allocate?from=${encodeURIComponent(WORKER)}"`);
  });
});
