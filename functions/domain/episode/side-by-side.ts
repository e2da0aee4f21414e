import { toInstant } from "../calendar/instant.ts";
import { valueAt } from "../value-at.ts";
import type { Episode } from "./episode.ts";
import type { ActionEvent } from "./events.ts";
import { type FactName, type Facts, factNames } from "./fact-fields.ts";
import { asReported, isStatement } from "./stated-by-us.ts";

/** Where a report states the same. */
const inReport: Partial<Record<FactName, string>> = {
  careStatus: "careStatus",
  placingAuthority: "placingAuthority",
  placement: "placementType",
  protectionPlan: "childProtectionPlan",
  missingSince: "missingSince",
  foundAt: "foundAt",
  returnedAt: "returnedAt",
  ethnicity: "child.ethnicity",
  school: "child.school",
  contactDetails: "child.phone",
};

/** One fact as the authority last said it, with who said it; and as the police state it, where they do. */
export type SideBySide = {
  fact: FactName;
  ours: string;
  said: ActionEvent;
  police?: string;
  differs: boolean;
};

const plain = (value: unknown): string =>
  typeof value === "boolean" ? (value ? "yes" : "no") : String(value);

const isSame = (ours: unknown, police: unknown): boolean => {
  const instants = [ours, police].map((one) => Date.parse(plain(one)));
  return instants.every(Number.isFinite) && typeof police === "string" && police.includes("T")
    ? instants[0] === instants[1]
    : plain(ours).toLowerCase() === plain(police).toLowerCase();
};

/** Each fact by the last statement of it that stands, whoever made it (ALL-07). */
export const sideBySide = ({ actions, policeFacts }: Episode): SideBySide[] => {
  const statements = actions
    .filter(isStatement)
    .toSorted((a, b) => toInstant(a.recordedAt) - toInstant(b.recordedAt));
  return factNames.flatMap((fact): SideBySide[] => {
    const said = statements.findLast(({ data }) => data[fact] !== undefined);
    if (!said) return [];
    const ours = plain(said.data[fact]);
    const path = inReport[fact];
    const police = path === undefined ? undefined : valueAt(policeFacts, path);
    if (police === undefined) return [{ fact, ours, said, differs: false }];
    const reported = path && valueAt(asReported({ [fact]: said.data[fact] } as Facts), path);
    return [{ fact, ours, said, police: plain(police), differs: !isSame(reported ?? ours, police) }];
  });
};
