import { EndpointType, LambdaIntegration, LogGroupLogDestination, RestApi } from "aws-cdk-lib/aws-apigateway";
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { CfnParameter, Duration, Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { physicalName } from "../../names.ts";
import { accept } from "../accept.ts";
import type { AlarmBell } from "../alarms/alarm-bell.ts";
import { EncryptedLogGroup } from "../encrypted-log-group.ts";
import type { SafeFunction } from "../functions/safe-function.ts";
import { accessLogFormat } from "./access-log.ts";
import { putBehindFirewall } from "./firewall.ts";
import { OwnDomain } from "./own-domain.ts";

export type ConsoleDoorProps = {
  authority: string;
  key: IKey;
  bell: AlarmBell;
  serve: SafeFunction;
  url: string;
};

/** More than a whole service opens in a second; one browser gone wild can't keep the others out for long. */
const throttling = { throttlingRateLimit: 50, throttlingBurstLimit: 100 };

/** The only way in from outside: API Gateway, which hands every request whole to `serve-console`. */
export class ConsoleDoor extends Construct {
  readonly api: RestApi;

  constructor(scope: Construct, id: string, { authority, key, bell, serve, url }: ConsoleDoorProps) {
    super(scope, id);
    const name = physicalName(authority, "console");
    this.api = new RestApi(this, "Api", {
      restApiName: name,
      description: `Safe Return, ${authority}: the staff console`,
      endpointTypes: [EndpointType.REGIONAL],
      policy: this.fromTheCouncil(),
      // Access logs need it, once an account and region: the account's stack makes it.
      cloudWatchRole: false,
      deployOptions: {
        stageName: "live",
        ...throttling,
        accessLogDestination: new LogGroupLogDestination(
          new EncryptedLogGroup(this, "AccessLog", `/aws/apigateway/${name}`, key),
        ),
        accessLogFormat,
      },
    });
    accept(
      this.api,
      "serve-console reads every request against a schema, and asks who it is by OpenID Connect: pages must open for whoever is to sign in",
      "AwsSolutions-APIG2",
      "AwsSolutions-APIG4",
      "AwsSolutions-COG4",
    );
    accept(
      this.api,
      "Execution logs carry headers and bodies, which may name a child; the access log does not",
      "AwsSolutions-APIG6",
      "NIST.800.53.R5-APIGWExecutionLoggingEnabled",
    );
    accept(
      this.api,
      "A page about a child is kept nowhere on the way",
      "NIST.800.53.R5-APIGWCacheEnabledAndEncrypted",
    );
    accept(
      this.api,
      "What lies behind is a function called by IAM, no server to which a certificate could be shown",
      "NIST.800.53.R5-APIGWSSLEnabled",
    );
    accept(
      this.api,
      "AWS's own policy for the account's one role that writes API Gateway's logs",
      "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]",
    );
    // CDK's own output names the address that is closed where the console has its own.
    this.api.node.tryRemoveChild("Endpoint");
    const integration = new LambdaIntegration(serve.live, { allowTestInvoke: false });
    this.api.root.addMethod("ANY", integration);
    this.api.root.addProxy({ anyMethod: true, defaultIntegration: integration });
    new OwnDomain(this, "OwnDomain", { api: this.api, url });
    putBehindFirewall(this, this.api);
    bell.ring("ConsoleFailing", {
      metric: this.api.metricServerError({ period: Duration.minutes(5), statistic: "Sum" }),
      atLeast: 3,
      hurt: "The console answers with errors, so staff can't see or record what they do for a child",
      act: `Read the newest errors in the log group /aws/lambda/${physicalName(authority, "serve-console")}`,
    });
  }

  /** Whoever comes from elsewhere is turned away before any code of ours runs. */
  private fromTheCouncil(): PolicyDocument {
    const ranges = new CfnParameter(Stack.of(this), "ConsoleRanges", {
      type: "CommaDelimitedList",
      default: "0.0.0.0/0,::/0",
      description: "Where the console may be opened from, as CIDR ranges: the council's network and its VPN",
    });
    return new PolicyDocument({
      statements: [
        new PolicyStatement({
          effect: Effect.ALLOW,
          principals: [new AnyPrincipal()],
          actions: ["execute-api:Invoke"],
          resources: ["execute-api:/*"],
          conditions: { IpAddress: { "aws:SourceIp": ranges.valueAsList } },
        }),
      ],
    });
  }
}
