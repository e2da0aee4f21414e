import type {
  FactsStore,
  Narrative,
  ReportKey,
  ReportStore,
  SentReport,
} from "../../functions/core/ports/returns.ts";
import { factsRowSchema } from "../../functions/domain/returns/facts-row.ts";
import type { World } from "./world.ts";

const nameOf = ({ report, period }: ReportKey): string => `${report}#${period}`;

/** Facts as the world's commits keep them, and reports beside them, as text. */
export const someReturns = ({ db }: Pick<World, "db">): { facts: FactsStore; reports: ReportStore } => {
  const [sent, narratives] = [new Map<string, string>(), new Map<string, string>()];
  const read = <T>(from: Map<string, string>, key: ReportKey): T | undefined => {
    const text = from.get(nameOf(key));
    return text === undefined ? undefined : (JSON.parse(text) as T);
  };
  return {
    facts: {
      inMonths: async (months) =>
        [...new Set(months)].flatMap((month) =>
          [...(db.facts.get(month)?.values() ?? [])].map((text) => factsRowSchema.parse(JSON.parse(text))),
        ),
    },
    reports: {
      sent: async (key) => read<SentReport>(sent, key),
      keepSent: async (key, report) => {
        if (sent.has(nameOf(key))) return false;
        sent.set(nameOf(key), JSON.stringify(report));
        return true;
      },
      narrative: async (key) => read<Narrative>(narratives, key),
      keepNarrative: async (key, narrative) => {
        narratives.set(nameOf(key), JSON.stringify(narrative));
      },
    },
  };
};
