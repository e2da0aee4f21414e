import { actionNames } from "../../../functions/domain/episode/action-names.ts";
import { actionSchemas } from "../../../functions/domain/episode/actions.ts";
import { table } from "../table.ts";

/** The fields an action's data has; those with ? may be left out. */
const fieldsOf = (name: (typeof actionNames)[number]): string => {
  const { shape } = actionSchemas[name];
  return Object.entries(shape)
    .map(([field, schema]) => (schema.safeParse(undefined).success ? `${field}?` : field))
    .join(", ");
};

export const actionsText = (): string =>
  table(
    ["Action", "Data"],
    actionNames.map((name) => [name, fieldsOf(name)]),
  );
