import { Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import { rawPrefix } from "../../names.ts";
import type { SafeFunction } from "../functions/safe-function.ts";

/** S3's own word that a mail is there, beside SES's receipt: neither the topic nor the queue has a part in it. */
export const noteArrivals = (noter: SafeFunction, bucket: Bucket): void => {
  new Rule(noter, "Arrivals", {
    eventPattern: {
      source: ["aws.s3"],
      detailType: ["Object Created"],
      detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix: rawPrefix }] } },
    },
    targets: [new LambdaFunction(noter.live)],
  });
};
