import { readdirSync, readFileSync } from "node:fs";
import * as z from "zod";
import type { ParseResult } from "../../../functions/domain/compact/compact.ts";
import { readMailWhole } from "../../../functions/reading/parse-compact.ts";

const statuses = z.enum(["accepted", "quarantined"]);
type Tree = { [key: string]: unknown };
const tree: z.ZodType<Tree> = z.record(z.string(), z.unknown());

/** What a mail says, written down from the mail alone. Where two answers are lawful, `status` holds both. */
export const judgementSchema = z.strictObject({
  about: z.string(),
  status: z.array(statuses).min(1),
  /** Codes that stand with it, whichever the status. */
  reasons: z.array(z.string()).optional(),
  /** Why it waits where it calms an episode, which no mail says by itself. */
  doubt: z.string().optional(),
  /** The values that it states of each child; those that would be a guess are left out. */
  compacts: z.array(tree),
  /** Words that must reach a person, as a value or unread. */
  kept: z.array(z.string()).optional(),
  /** Flags that its words deny, or say of somebody else. */
  notFlagged: z.array(z.string()).optional(),
  /** What its blanks leave unstated. */
  absent: z.array(z.string()).optional(),
  silentlyWrong: z.string().optional(),
});
type Judgement = z.infer<typeof judgementSchema>;

/** The forces that wrote them, and the council that passes some on. */
const trust = {
  forces: [
    { id: "ledshire", senderDomains: ["ledshire.police.example"] },
    { id: "barset", senderDomains: ["barsetpolice.example"] },
  ],
  forwarders: [{ domain: "westbrook.council.example" }],
};

const fixtures = new URL("../../fixtures/", import.meta.url);

export const judgedMails = (folder: string): { name: string; raw: Buffer; judgement: Judgement }[] =>
  readdirSync(new URL(`${folder}/`, fixtures))
    .filter((name) => name.endsWith(".eml"))
    .sort()
    .map((name) => {
      const at = (file: string): Buffer => readFileSync(new URL(`${folder}/${file}`, fixtures));
      const written: unknown = JSON.parse(at(name.replace(".eml", ".json")).toString("utf8"));
      return { name, raw: at(name), judgement: judgementSchema.parse(written) };
    });

/** Only letters and figures count, in their order: how a form breaks a line or writes a dash is no fault of reading. */
const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "");

const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const at = (value: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((held, key) => (isTree(held) ? held[key] : undefined), value);

/** Each stated value beside the one that was read, where they differ. */
const differing = (stated: unknown, got: unknown, path: string): string[] => {
  if (isTree(stated))
    return Object.entries(stated).flatMap(([key, value]) => differing(value, at(got, key), `${path}.${key}`));
  if (Array.isArray(stated)) {
    const held: unknown[] = Array.isArray(got) ? got : [];
    return stated.filter((value) => !held.includes(value)).map((value) => `${path} lacks ${String(value)}`);
  }
  const same =
    typeof stated === "string" && typeof got === "string" ? bare(stated) === bare(got) : stated === got;
  return same
    ? []
    : [`${path} ${got === undefined ? "not read" : `wrong: ${String(got)}`}, stated ${String(stated)}`];
};

const whole = (value: unknown): string =>
  isTree(value)
    ? Object.entries(value)
        .map(([key, held]) => (key === "provenance" ? "" : whole(held)))
        .join(" ")
    : Array.isArray(value)
      ? value.map(whole).join(" ")
      : String(value);

const saysLess = (fault: string): boolean => / not read\b| lacks |^lacks /.test(fault);

/** What was read otherwise than judged. A report that a person gets may say less, never anything else. */
const faultsOf = (judgement: Judgement, result: ParseResult): string[] => {
  const waits = result.status === "quarantined";
  const codes = (judgement.reasons ?? [])
    .filter((code) => !result.reasons.includes(code))
    .map((code) => `lacks ${code}`);
  const values = judgement.compacts.flatMap((stated, index) => {
    const { reference } = stated;
    const got =
      result.compacts.find(
        (compact) =>
          reference !== undefined && compact.reference === reference && compact.kind === stated.kind,
      ) ?? result.compacts[index];
    return got ? differing(stated, got, String(index)) : waits ? [] : [`${index} not read`];
  });
  const more =
    result.compacts.length > judgement.compacts.length && judgement.compacts.length > 0 && !waits
      ? ["more reports than children"]
      : [];
  const read = bare(whole(result));
  const lost = (judgement.kept ?? [])
    .filter((words) => !read.includes(bare(words)))
    .map((words) => `lost: ${words}`);
  const flagged = (judgement.notFlagged ?? [])
    .filter((flag) => result.compacts.some(({ flags }) => flags?.some((held) => held === flag)))
    .map((flag) => `flagged ${flag}`);
  const guessed = (judgement.absent ?? [])
    .filter((path) => at(result.compacts[0], path) !== undefined)
    .map((path) => `guessed ${path}`);
  // What waits may say less, and a person is asked about what contradicts.
  const isAsked = (fault: string): boolean =>
    result.reasons.some((reason) =>
      fault.includes(`.${reason.replace(/^(?:conflicting-values|odd-time):/, "")} `),
    );
  return [
    ...codes,
    ...(waits ? values.filter((fault) => !saysLess(fault) && !isAsked(fault)) : values),
    ...more,
    ...lost,
    ...flagged,
    ...guessed,
  ];
};

export type Verdict = "right" | "rightly a person's" | "needlessly a person's" | "short" | "silently wrong";
export type Judged = { verdict: Verdict; status: string; reasons: string[]; faults: string[] };

/** What waits calms nothing yet, so it needs no doubt beside it. */
const calmsUndoubted = (judgement: Judgement, result: ParseResult, doubt: string | undefined): boolean =>
  result.status === "accepted" && judgement.doubt !== undefined && doubt !== judgement.doubt;

/** `short`: applied, nothing wrong in it, but a value that it states was left among the unread. */
export const judge = async (raw: Uint8Array, judgement: Judgement): Promise<Judged> => {
  const { result, mail } = await readMailWhole(raw, { trust });
  const faults = [
    ...faultsOf(judgement, result),
    ...(calmsUndoubted(judgement, result, mail.doubt) ? ["calms without a doubt"] : []),
  ];
  const lawful = judgement.status.includes(result.status);
  const verdict = ((): Verdict => {
    if (result.status === "quarantined") return lawful ? "rightly a person's" : "needlessly a person's";
    if (!lawful) return "silently wrong";
    if (faults.length === 0) return "right";
    return faults.every(saysLess) ? "short" : "silently wrong";
  })();
  return { verdict, status: result.status, reasons: result.reasons, faults };
};
