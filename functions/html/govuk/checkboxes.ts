import type { Html } from "../html.ts";
import { type ChoicesProps, choices } from "./choices.ts";

export type CheckboxesProps = ChoicesProps & {
  values?: readonly string[] | undefined;
  describedBy?: string | undefined;
};

export const checkboxes = (props: CheckboxesProps): Html =>
  choices(props, {
    kind: "checkboxes",
    type: "checkbox",
    isChosen: ({ value }) => props.values?.includes(String(value)) ?? false,
    describedBy: props.describedBy,
  });
