import { Template } from "aws-cdk-lib/assertions";
import { Code } from "aws-cdk-lib/aws-lambda";
import { App } from "aws-cdk-lib/core";
import { CURRENTLY_RECOMMENDED_FLAGS } from "aws-cdk-lib/cx-api";
import type { Profile } from "../../functions/domain/profile/profile.ts";
import { AuthorityStack } from "../../infra/authority-stack.ts";
import type { FunctionName } from "../../infra/functions.ts";
import { composeEpisode } from "../../statemachines/compose.ts";
import { aProfile } from "../builders/profile.ts";

export type Statement = {
  Action: string | string[];
  Resource: unknown;
  Condition?: Record<string, Record<string, unknown>>;
};
export type Resource = {
  Type: string;
  Properties: Record<string, unknown>;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
};

/** The bundles play no part in the template, so any code stands for them. */
const noCode = () => Code.fromInline("exports.handler = () => {}");

type StackOptions = { authority?: string; profile?: Profile; definition?: object; validated?: boolean };

export const aStack = (props: StackOptions = {}) =>
  new AuthorityStack(
    new App({
      context: CURRENTLY_RECOMMENDED_FLAGS,
      builtinCloudFormationValidation: props.validated ?? false,
    }),
    {
      profile: props.profile ?? aProfile({ authority: props.authority ?? "anyshire" }),
      definition: props.definition ?? composeEpisode(),
      codeOf: noCode,
    },
  );

const stack = aStack();
export const template = Template.fromStack(stack);

export const resources = (type: string): [string, Resource][] =>
  Object.entries(template.findResources(type)) as [string, Resource][];

export const properties = (type: string): Record<string, unknown>[] =>
  resources(type).map(([, { Properties }]) => Properties);

/** Several resources of one type, by what their name starts with or ends in. */
export const theOne = (type: string, part: string): Resource => {
  const [found, ...others] = resources(type).filter(([id]) => id.includes(part));
  if (!found || others.length > 0)
    throw new Error(`${others.length + (found ? 1 : 0)} ${type} match ${part}`);
  return found[1];
};

const statementsOf = (document: unknown): Statement[] =>
  (document as { Statement?: Statement[] } | undefined)?.Statement ?? [];

/** Every statement that some role of ours is given. */
export const roleStatements = (): [string, Statement][] =>
  resources("AWS::IAM::Policy").flatMap(([id, { Properties }]) =>
    statementsOf(Properties.PolicyDocument).map((s): [string, Statement] => [id, s]),
  );

export const statementsFor = (name: string): Statement[] =>
  roleStatements()
    .filter(([id]) => id.startsWith(`Functions${name}Role`))
    .map(([, statement]) => statement);

export const policyOf = ({ Properties }: Resource): Statement[] => statementsOf(Properties.PolicyDocument);

export const actionsOf = ({ Action }: Statement): string[] => [Action].flat();
export const mentions = (value: unknown, text: string): boolean => JSON.stringify(value).includes(text);

export type { FunctionName };
