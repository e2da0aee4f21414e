import type { ActionName } from "../../../functions/domain/episode/action-names.ts";
import type { ActionData } from "../../../functions/domain/episode/actions.ts";
import type { Lab } from "../../../localstack/lab/api.ts";
import { foundMail, missingMail } from "./episode-mails.ts";

const HOUR = 3_600_000;
const authority = "leicestershire";

type Recorded = {
  [N in ActionName]: [afterHours: number, by: string, action: N, data: Partial<ActionData<N>>];
};
export type Act = Recorded[ActionName];

/** An episode of Leicestershire: when it begins, when the child is home, and what people do, in hours from its beginning. */
export type Episode = { reference: string; surname: string; since: number; homeAfter: number; acts: Act[] };

const moveTo = async (lab: Lab, at: number): Promise<void> => {
  if (at > (await lab.now())) await lab.advanceTo(at);
};

/** Everything as it would have happened: each mail sent and each action recorded at its time, through the lab alone. */
export const play = async (
  lab: Lab,
  { reference, surname, since, homeAfter, acts }: Episode,
): Promise<void> => {
  const at = (afterHours: number): number => since + afterHours * HOUR;
  const mail = async (make: typeof missingMail, stated: number, sent: number): Promise<void> => {
    await moveTo(lab, at(sent));
    const raw = make({ reference, surname, at: at(stated), sentAt: at(sent) });
    const { outcome, reasons } = await lab.sendAndWait({ raw, authority });
    if (outcome !== "applied") throw new Error(`${reference} was ${outcome}: ${reasons.join(", ")}`);
  };
  await mail(missingMail, 0, 1.5);
  let home = false;
  for (const [afterHours, by, action, data] of acts) {
    if (!home && afterHours > homeAfter) {
      await mail(foundMail, homeAfter, homeAfter + 0.5);
      home = true;
    }
    await moveTo(lab, at(afterHours));
    await lab.record({ reference, action, by, data }, authority);
  }
};
