import type { Lab } from "../../../localstack/lab/api.ts";
import { LabError } from "../../../localstack/lab/errors.ts";
import { readMailFile } from "../../../localstack/lab/files.ts";
import { ending, story } from "../../../localstack/lab/story/story.ts";
import { atMost, type Figure } from "../figure.ts";
import { allTransitions } from "./transitions.ts";

/** The two stories of `npm start`, which hold samples 1 to 6 and 8, without the telling. */
const playStory = async (lab: Lab): Promise<void> => {
  const moveTo = async (at: number) => (at > (await lab.now()) ? lab.advanceTo(at) : undefined);
  for (const { at, step } of story()) {
    await moveTo(at);
    if (step.kind === "mail") {
      await lab.sendAndWait({ raw: readMailFile(step.file), authority: step.authority });
      continue;
    }
    const { authority, reference, action, by, data } = step;
    await lab.record({ reference, action, by, data }, authority).catch((error: unknown) => {
      if (!(step.refused && error instanceof LabError)) throw error;
    });
  }
  await moveTo(ending);
};

/** The most transitions that any episode of the samples took. */
export const benchWorstSample = async (lab: Lab, ours: ReadonlySet<string>): Promise<Figure> => {
  await playStory(lab);
  const executions = await Promise.all(
    (await lab.deployed()).map(({ authority }) => allTransitions(lab, authority)),
  );
  const [worst] = executions
    .flat()
    .filter(({ execution }) => !ours.has(execution))
    .toSorted((a, b) => b.transitions - a.transitions);
  if (!worst) throw new Error("no sample started an execution");
  return atMost(80, worst.transitions, { execution: worst.execution, states: worst.states });
};
