import { CfnResource } from "aws-cdk-lib/core";
import type { IConstruct } from "constructs";

/** What holds data or running episodes keeps its logical id however the constructs around it are moved. */
export const pinLogicalId = <T extends IConstruct>(construct: T, logicalId: string): T => {
  const resource = construct.node.defaultChild;
  if (!CfnResource.isCfnResource(resource)) throw new Error(`${construct.node.path} is not one resource`);
  resource.overrideLogicalId(logicalId);
  return construct;
};
