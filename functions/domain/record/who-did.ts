import type { Context } from "../condition/context.ts";
import type { ActionEvent } from "../episode/events.ts";

const addressFields: Record<string, string> = {
  "allocated-worker": "worker",
  interviewer: "interviewer",
  "line-manager": "lineManager",
};

const allocatedTo = ({ at, by }: ActionEvent, { episode }: Context): unknown =>
  episode.actions.findLast((a) => a.type === "allocate" && Date.parse(a.at) <= Date.parse(at))?.data[
    addressFields[by] ?? ""
  ];

/** A role as the profile names it, with whoever held it at the time; a person by the address they signed in with. */
export const whoDid = (action: ActionEvent, context: Context): string => {
  const { by } = action;
  if (by.includes("@")) return by;
  const plain = by.replaceAll("-", " ");
  const role = context.profile.recipients[by]?.name ?? `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
  const address = allocatedTo(action, context);
  return typeof address === "string" ? `${role}, ${address}` : role;
};
