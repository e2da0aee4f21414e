import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { InvokeCommand } from "@aws-sdk/client-lambda";
import { functionCatalogue } from "../../../infra/functions.ts";
import { physicalName } from "../../../infra/names.ts";
import { type ClockCosts, clockCosts } from "../../../localstack/host/clock.ts";
import { projectRoot } from "../../../localstack/host/paths.ts";
import { type Lab, openLab } from "../../../localstack/lab/api.ts";
import { migrate } from "../../../localstack/tools/profile/migrate.ts";
import { atMost, type Figure, rounded } from "../figure.ts";
import { progress } from "../progress.ts";
import { missingMailWith } from "./episode-mails.ts";
import { attached, happy, tenDays } from "./episodes.ts";
import { benchMemory, mostUsedMb } from "./memory.ts";
import { play } from "./play.ts";
import { allTransitions } from "./transitions.ts";
import { benchWorstSample } from "./worst-sample.ts";

const PORT = 4640;
const stateDir = join(projectRoot, ".lab/run/bench");
const authority = "leicestershire";
const ATTACHMENT_BYTES = 38_000_000;

const executionsOf = async (lab: Lab): Promise<Set<string>> =>
  new Set((await allTransitions(lab, authority)).map(({ execution }) => execution));

const benchHappy = async (lab: Lab): Promise<Figure> => {
  await play(lab, happy);
  const { status, duties } = await lab.episode(happy.reference, authority);
  const open = duties.filter(({ state }) => state === "open").map(({ rule, duty }) => `${rule} ${duty}`);
  if (status !== "closed") throw new Error(`the happy episode is ${status}: ${open.join(", ")}`);
  const [all] = await allTransitions(lab, authority);
  if (!all) throw new Error("the happy episode started no execution");
  return atMost(30, all.transitions, { states: all.states });
};

/** What a stop took between two readings, by part: functions, Step Functions, rules, deliveries, and the clock itself. */
const aStop = (before: ClockCosts, after: ClockCosts) => {
  const stops = after.stops - before.stops;
  const parts = Object.entries(after.ms).map(([part, ms]) => [part, ms - (before.ms[part] ?? 0)] as const);
  const ms = parts.reduce((all, [, part]) => all + part, 0);
  const each = parts.map(([part, ms]) => [part, rounded(ms / stops)]);
  return { stops, msAStop: rounded(ms / stops), by: Object.fromEntries(each) };
};

const benchTenDays = async (lab: Lab): Promise<Figure> => {
  await lab.advanceTo(tenDays.since);
  const before = await clockCosts(lab.settings.endpoint);
  const began = performance.now();
  await play(lab, tenDays);
  const seconds = (performance.now() - began) / 1_000;
  return atMost(6, seconds, { unit: "s", ...aStop(before, await clockCosts(lab.settings.endpoint)) });
};

/** As in production: the mail in S3, read by the deployed function. 38 MB in base64 are 51, more than SES takes. */
const benchAttachment = async (lab: Lab): Promise<Figure> => {
  await lab.advanceTo(attached.sentAt);
  const raw = missingMailWith(ATTACHMENT_BYTES, attached);
  const { outcome } = await lab.sendAndWait({ raw, authority });
  const used = mostUsedMb(stateDir, authority, "ingest-compact") ?? Number.NaN;
  const limit = functionCatalogue["ingest-compact"].memoryMb;
  const figure = atMost(limit, used, { unit: "MB", mailBytes: raw.length, outcome });
  return { ...figure, ok: figure.ok && outcome === "applied" };
};

/** Nothing failed, so nothing was handed over: asked to by hand, only to see what it takes. */
const handOver = ({ clients }: Lab, episodeId: string) =>
  clients.lambda.send(
    new InvokeCommand({
      FunctionName: `${physicalName(authority, "hand-over")}:live`,
      Payload: JSON.stringify({ ladder: "contact", episodeId }),
    }),
  );

/** A mail whose report is attached, in the largest of the formats. */
const readAttached = async (lab: Lab): Promise<void> => {
  const raw = readFileSync(join(projectRoot, "test/fixtures/attachments/2-found-pdf.eml"));
  await lab.sendAndWait({ raw, authority });
};

/** A mail nobody could read, and a person who decides about it. */
const decideOnce = async (lab: Lab): Promise<void> => {
  const { mailId } = await lab.sendAndWait({ raw: Buffer.from("nothing of use"), authority });
  await lab.decide({ decision: "discard", mailId, by: "bench", reason: "sent by the bench" }, authority);
};

const measure = async (lab: Lab) => {
  await lab.up({ authorities: [authority], at: happy.since, tell: progress });
  progress("A happy episode…");
  const happyEpisode = await benchHappy(lab);
  progress("An episode of ten days…");
  const tenDayEpisode = await benchTenDays(lab);
  await handOver(lab, (await lab.episode(happy.reference, authority)).id);
  await decideOnce(lab);
  await readAttached(lab);
  await migrate({ dryRun: true, by: "bench" }, lab.clients, await lab.chosen(authority));
  const memory = benchMemory(stateDir, authority);
  progress("A mail with an attachment of 38 MB…");
  const attachment = await benchAttachment(lab);
  progress("The samples, as npm start tells them…");
  const ours = await executionsOf(lab);
  await lab.up({ authorities: ["derby-city"], tell: progress });
  const worstSample = await benchWorstSample(lab, ours);
  return {
    transitions: { happyEpisode, worstSample },
    tenDayEpisode,
    memory: { ...memory, ingestWithAttachmentOf38MB: attachment },
  };
};

/** The stack as deployed, in a LocalStack of the bench's own that is gone afterwards. */
export const benchLab = async () => {
  const lab = openLab({ stateDir, port: PORT, endpoint: `http://127.0.0.1:${PORT}`, ownHost: true });
  await lab.down();
  rmSync(stateDir, { recursive: true, force: true });
  try {
    return await measure(lab);
  } finally {
    await lab.down();
  }
};
