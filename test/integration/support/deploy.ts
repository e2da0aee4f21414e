import { rmSync } from "node:fs";
import { openLab } from "../../../localstack/lab/api.ts";
import { beginning, story } from "../../../localstack/lab/story/story.ts";
import { settings } from "./settings.ts";

/** Both authorities as deployed, from nothing, once for all integration tests. */
export const setup = async (): Promise<void> => {
  const lab = openLab(settings);
  await lab.down();
  rmSync(settings.stateDir, { recursive: true, force: true });
  await lab.up({ at: beginning(story()), tell: () => undefined });
};

export const teardown = async (): Promise<void> => {
  await openLab(settings).down();
};
