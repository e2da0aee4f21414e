import { type Attributes, attributes, classes } from "../attributes.ts";
import { type Html, html, type Text } from "../html.ts";
import type { Common } from "../parts.ts";
import { type SeveralProps, several } from "./form-group.ts";
import { type HintProps, hint } from "./hint.ts";
import { label } from "./label.ts";

/** One radio or checkbox. */
export type ChoiceItem = {
  text: Text;
  value: string | number;
  id?: string | undefined;
  name?: string | undefined;
  hint?: HintProps | undefined;
  checked?: boolean | undefined;
  disabled?: boolean | undefined;
  label?: Common | undefined;
  attributes?: Attributes | undefined;
  /** Shown under the choice. Without script it shows always, so its words must make sense either way. */
  conditional?: { text?: Text | undefined } | undefined;
  behaviour?: string | undefined;
};
export type Choice = ChoiceItem | { divider: Text } | false | undefined | null;

export type ChoicesProps = Common &
  SeveralProps & {
    name: string;
    idPrefix?: string | undefined;
    items: readonly Choice[];
  };

type Kind = {
  kind: "radios" | "checkboxes";
  type: "radio" | "checkbox";
  isChosen: (item: ChoiceItem) => boolean;
  /** Named by each control where there is no fieldset to be described by it. */
  describedBy?: string | undefined;
};

const conditional = (item: ChoiceItem, id: string, kind: string, chosen: boolean): Html | undefined =>
  item.conditional?.text
    ? html`<div class="${classes(`govuk-${kind}__conditional`, !chosen && `govuk-${kind}__conditional--hidden`)}" id="conditional-${id}">${item.conditional.text}</div>`
    : undefined;

const choice = (item: ChoiceItem, id: string, name: string, of: Kind): Html => {
  const { kind, type, describedBy } = of;
  const chosen = item.checked ?? of.isChosen(item);
  const hintId = item.hint?.text ? `${id}-item-hint` : undefined;
  const own = attributes({
    class: `govuk-${kind}__input`,
    id,
    name: item.name ?? name,
    type,
    value: item.value,
    checked: chosen,
    disabled: item.disabled,
    "data-aria-controls": item.conditional?.text ? `conditional-${id}` : undefined,
    "data-behaviour": item.behaviour,
    "aria-describedby": classes(describedBy, hintId) || undefined,
    ...item.attributes,
  });
  const words = {
    ...item.label,
    text: item.text,
    classes: classes(`govuk-${kind}__label`, item.label?.classes),
  };
  const explained =
    item.hint?.text &&
    hint({ ...item.hint, id: hintId, classes: classes(`govuk-${kind}__hint`, item.hint.classes) });
  return html`<div class="govuk-${kind}__item"><input${own}>${label(words, id)}${explained}</div>${conditional(item, id, kind, chosen)}`;
};

/** Radios and checkboxes differ in what is chosen and in who is described. */
export const choices = (props: ChoicesProps, of: Kind): Html => {
  const { kind } = of;
  const idPrefix = props.idPrefix || props.name;
  const { beforeInputs, afterInputs } = props.formGroup ?? {};
  return several(props, { id: idPrefix, describedBy: of.describedBy }, (describedBy) => {
    const each = { ...of, describedBy: kind === "checkboxes" && !props.fieldset ? describedBy : undefined };
    const written = props.items.map((item, i) => {
      if (!item) return undefined;
      if ("divider" in item && item.divider)
        return html`<div class="govuk-${kind}__divider">${item.divider}</div>`;
      const id = ("id" in item && item.id) || (i === 0 ? idPrefix : `${idPrefix}-${i + 1}`);
      return choice(item as ChoiceItem, id, props.name, each);
    });
    return html`<div class="${classes(`govuk-${kind}`, props.classes)}"${attributes(props.attributes)} data-module="govuk-${kind}">${beforeInputs?.text}${written}${afterInputs?.text}</div>`;
  });
};
