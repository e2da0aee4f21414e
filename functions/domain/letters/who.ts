import { dayInWords, type Instant, inWords } from "../calendar/instant.ts";
import { dayInLondon } from "../calendar/london.ts";
import type { Context } from "../condition/context.ts";
import { sideBySide } from "../episode/side-by-side.ts";
import type { Paragraph } from "./letter.ts";

const plain = (word: string | undefined): string | undefined => word?.replaceAll("-", " ");

const joined = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(", ");

/** Whole years: the day of the year is compared as it is written. */
const ageOn = (today: string, dateOfBirth: string): number =>
  Number(today.slice(0, 4)) -
  Number(dateOfBirth.slice(0, 4)) -
  (today.slice(5) < dateOfBirth.slice(5) ? 1 : 0);

const born = (dateOfBirth: string | undefined, now: Instant): string =>
  dateOfBirth === undefined ? "" : `${dayInWords(dateOfBirth)} (${ageOn(dayInLondon(now), dateOfBirth)})`;

const whereNow = ({ episode: { status, missingAt, foundAt, returnedAt } }: Context): [string, string] => {
  const back = returnedAt ?? foundAt;
  return status === "returned" && back !== undefined
    ? ["Found", inWords(back)]
    : ["Missing since", missingAt === undefined ? "not stated" : inWords(missingAt)];
};

const factInWords = (name: string): string => name.replaceAll(/([A-Z])/g, " $1").toLowerCase();

/** Where a rule goes by what the authority says and the police say another thing, both stand here (ALL-07). */
const differences = ({ episode }: Context): string =>
  sideBySide(episode)
    .filter(({ differs }) => differs)
    .map(
      ({ fact, ours, police, said }) =>
        `${factInWords(fact)}: we say ${plain(ours)} (${said.by}), the police ${plain(police)}`,
    )
    .join("; ");

/** Which child, for whoever may know: in the body only, never in a subject or a log (ALL-16). */
export const whoParagraph = (context: Context, asksForContact: boolean): Paragraph => {
  const { facts, highestRisk } = context.episode;
  const { child, officer } = facts;
  const rows: [string, string][] = [
    [
      "Child",
      joined(
        [child?.forenames, child?.surname].filter(Boolean).join(" "),
        child?.knownAs && `known as ${child.knownAs}`,
      ),
    ],
    ["Born", born(child?.dateOfBirth, context.now)],
    ["Lives", joined(facts.placementType, child?.homeAddress ?? child?.missingFromAddress)],
    [
      "Care status",
      joined(
        plain(facts.careStatus) ?? "not stated",
        facts.placingAuthority && `placed by ${facts.placingAuthority}`,
      ),
    ],
    ["Police say otherwise", differences(context)],
    ["Risk", joined(plain(highestRisk) ?? "not stated", ...(facts.warnings ?? []))],
    whereNow(context),
    ["Telephone", asksForContact ? (child?.phone ?? "not stated") : ""],
    ["Officer", joined(officer?.name, officer?.collarNumber, officer?.station)],
  ];
  return { lines: [], rows: rows.filter(([, value]) => value !== "") };
};
