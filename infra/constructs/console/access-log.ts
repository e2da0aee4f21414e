import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";

/** Neither address nor path nor browser: a path may name a child's reference, and who opened it stands in our own log. */
export const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: "$context.requestId",
    time: "$context.requestTime",
    method: "$context.httpMethod",
    resource: "$context.resourcePath",
    status: "$context.status",
    ms: "$context.responseLatency",
    functionMs: "$context.integrationLatency",
    error: "$context.error.responseType",
  }),
);
