import type { Html } from "../html.ts";
import { type ChoicesProps, choices } from "./choices.ts";

export type RadiosProps = ChoicesProps & { value?: string | undefined };

export const radios = (props: RadiosProps): Html =>
  choices(props, {
    kind: "radios",
    type: "radio",
    isChosen: ({ value }) => Boolean(props.value) && String(value) === props.value,
  });
