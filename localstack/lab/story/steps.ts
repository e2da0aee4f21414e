import type { ActionName } from "../../../functions/domain/episode/action-names.ts";
import type { ActionData } from "../../../functions/domain/episode/actions.ts";

/** A mail is sent on its own Date; a person acts at a time. */
export type MailStep = { kind: "mail"; authority: string; file: string };
export type PersonStep = {
  kind: "person";
  authority: string;
  at: string;
  reference: string;
  action: ActionName;
  by: string;
  data: Record<string, unknown>;
  /** Said when the protocol is expected to refuse it. */
  refused?: true;
};
export type Step = MailStep | PersonStep;

export const mail =
  (authority: string, folder: URL) =>
  (file: string): MailStep => ({ kind: "mail", authority, file: new URL(file, folder).pathname });

/** What people do in one episode, each action with the data its schema asks for. */
export const people =
  (authority: string, reference: string) =>
  <N extends ActionName>(
    at: string,
    by: string,
    action: N,
    data: Partial<ActionData<N>>,
    refused?: true,
  ): PersonStep => ({
    kind: "person",
    authority,
    at,
    reference,
    action,
    by,
    data,
    ...(refused ? { refused } : {}),
  });
