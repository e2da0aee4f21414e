import { attributes, classes } from "../attributes.ts";
import { type Html, html, type Part, type Text } from "../html.ts";
import type { Common } from "../parts.ts";
import { type ErrorMessageProps, errorMessage } from "./error-message.ts";
import { type FieldsetProps, fieldset } from "./fieldset.ts";
import { type HintProps, hint } from "./hint.ts";
import { type LabelProps, label } from "./label.ts";

type Around = { text: Text } | undefined;

/** What stands around any control: its hint and error, each named by the control as describing it. */
export type GroupProps = {
  hint?: HintProps | undefined;
  errorMessage?: ErrorMessageProps | undefined;
  formGroup?:
    | (Common & { beforeInput?: Around; afterInput?: Around; beforeInputs?: Around; afterInputs?: Around })
    | undefined;
};

/** A control of one line or box. */
export type FieldProps = Common &
  GroupProps & {
    name: string;
    /** Left out: the name. */
    id?: string | undefined;
    label: LabelProps;
    describedBy?: string | undefined;
  };

const described = (props: GroupProps, id: string, before: string | undefined): string | undefined =>
  classes(before, props.hint && `${id}-hint`, props.errorMessage && `${id}-error`) || undefined;

const said = (props: GroupProps, id: string): Part => [
  props.hint && hint({ ...props.hint, id: `${id}-hint` }),
  props.errorMessage && errorMessage({ ...props.errorMessage, id: `${id}-error` }),
];

const group = ({ formGroup, errorMessage }: GroupProps, content: Part): Html =>
  html`<div class="${classes("govuk-form-group", errorMessage && "govuk-form-group--error", formGroup?.classes)}"${attributes(formGroup?.attributes)}>${content}</div>`;

export const idOf = ({ id, name }: Pick<FieldProps, "id" | "name">): string => id || name;

/** A label and its control. */
export const field = (props: FieldProps, control: (describedBy: string | undefined) => Html): Html => {
  const id = idOf(props);
  const describedBy = described(props, id, props.describedBy);
  return group(props, [label(props.label, id), said(props, id), control(describedBy)]);
};

export type SeveralProps = GroupProps & { fieldset?: FieldsetProps | undefined };
type Several = { id: string; describedBy?: string | undefined; role?: string };

/** Several controls that answer one question, in a fieldset where one is given. */
export const several = (
  props: SeveralProps,
  { id, describedBy: before, role }: Several,
  controls: (describedBy: string | undefined) => Html,
): Html => {
  const describedBy = described(props, id, props.fieldset?.describedBy || before);
  const inner = [said(props, id), controls(describedBy)];
  return group(props, props.fieldset ? fieldset({ ...props.fieldset, describedBy, role }, inner) : inner);
};
