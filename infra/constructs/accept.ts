import { Validations } from "aws-cdk-lib/core";
import type { IConstruct } from "constructs";

/** A rule of cdk-nag that does not hold here or below, and why not: said where the resource is made. */
export const accept = (construct: IConstruct, reason: string, ...rules: string[]): void => {
  for (const id of rules) Validations.of(construct).acknowledge({ id, reason });
};
