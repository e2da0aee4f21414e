import type { Actor } from "../../functions/domain/console/actor.ts";

const aPerson = (name: string, roles: readonly string[]) => {
  const address = `${name.toLowerCase().replace(" ", ".")}@leicestershire.example`;
  return (overrides: Partial<Actor> = {}): Actor => ({
    subject: `subject-${name.toLowerCase().replace(" ", "-")}`,
    address,
    name,
    roles: [...roles],
    ...overrides,
  });
};

/** Those who sign in. */
export const aWorker = aPerson("Sade Okoro", ["worker"]);
export const aManager = aPerson("Ruth Bell", ["manager"]);
export const aCoordinator = aPerson("Ian Frost", ["coordinator"]);
export const anAuditor = aPerson("Joan Pike", ["auditor"]);
