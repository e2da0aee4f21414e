import { ACCOUNT, type Clients, REGION } from "./clients.ts";
import { createStack, templateOf } from "./create-stack.ts";

const NAME = "CDKToolkit";

export const ASSET_BUCKET = `cdk-hnb659fds-assets-${ACCOUNT}-${REGION}`;

/**
 * What an authority's template asks of an account that CDK has prepared: the bucket its code lies in, and the version
 * it reads. The roles of a real preparation are for CDK's own CLI, which takes as long to start as all of this.
 */
const toolkit = {
  Resources: {
    Assets: { Type: "AWS::S3::Bucket", Properties: { BucketName: ASSET_BUCKET } },
    Version: {
      Type: "AWS::SSM::Parameter",
      Properties: { Type: "String", Name: "/cdk-bootstrap/hnb659fds/version", Value: "30" },
    },
  },
};

/** Prepares a LocalStack for CDK's templates, once. */
export const prepareForCdk = async (clients: Clients): Promise<void> => {
  if ((await templateOf(clients, NAME)) !== undefined) return;
  await createStack(clients, { StackName: NAME, TemplateBody: JSON.stringify(toolkit) });
};
