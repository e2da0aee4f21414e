import { inWords } from "../domain/calendar/instant.ts";
import type { Finding } from "../domain/force/findings.ts";
import type { Letter, Paragraph } from "../domain/letters/letter.ts";
import type { Profile } from "../domain/profile/profile.ts";

type Force = Profile["forces"][number];

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const inShort = (finding: Finding): string => {
  if (finding.kind === "silent") return "none for longer than usual";
  const { kind, part, of } = finding;
  return kind === "quarantined"
    ? `${part} of the last ${of} quarantined`
    : `${percent(part / of)} of their labels unknown`;
};

const figures = (finding: Finding): string => {
  if (finding.kind === "silent")
    return `The last mail came ${inWords(finding.lastAt)}. By this force's usual gaps another should have come before ${inWords(finding.usualUntil)}.`;
  const { kind, part, of, limit } = finding;
  const what =
    kind === "quarantined"
      ? `Quarantined: ${part} of the last ${of} mails`
      : `Labels nobody knows: ${part} of the ${of} in the last mails`;
  return `${what}, ${percent(part / of)}. The limit is ${percent(limit)}.`;
};

const aboutReading = ({ authority }: Profile): string[] => [
  "Read the newest of this force's mails in quarantine: its layout, its labels or its mail system has probably changed.",
  `npm run parse -- FILE.eml --authority ${authority} lists the labels nobody knows. README.md says under "Reading compacts" how to teach one.`,
  `npm run reparse -- --aws --authority ${authority} --since DAY then says what the stored mails would come to, and changes nothing.`,
];

const aboutSilence = ({ mailbox }: Force, { mail }: Profile): string[] => [
  `Ask the force now whether children are missing, and whether its reports still go to ${mail.ingest}: ${mailbox}.`,
  "Send a mail there from outside: if nobody is told of it within minutes, our own way in is broken (README.md, Deploying an authority).",
];

/** Says the force, the figures and what to do; nothing of what a mail says. */
export const forceLetter = (force: Force, findings: readonly Finding[], profile: Profile): Letter => {
  const role = profile.forceWatch.role ?? profile.quarantine.role;
  const isSilent = findings.some(({ kind }) => kind === "silent");
  const reads = findings.some(({ kind }) => kind !== "silent");
  const paragraphs: Paragraph[] = [
    { heading: `What has changed in the mails from ${force.name}`, lines: findings.map(figures) },
    {
      heading: "What to do",
      lines: [...(isSilent ? aboutSilence(force, profile) : []), ...(reads ? aboutReading(profile) : [])],
    },
    {
      lines: [
        "This is said once, and again only after it was back within its limit.",
        `Quarantine: ${profile.consoleUrl}/quarantine`,
      ],
    },
  ];
  return {
    to: profile.recipients[role]?.addresses ?? [],
    subject: `Mails from ${force.name}: ${findings.map(inShort).join(", ")}`,
    rules: ["force-watch"],
    paragraphs,
  };
};
