import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import {
  type ConfigurationSet,
  ConfigurationSetEventDestination,
  EmailSendingEvent,
  EventDestination,
} from "aws-cdk-lib/aws-ses";
import { type ITopic, Topic } from "aws-cdk-lib/aws-sns";
import { RemovalPolicy, Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";

/** Mails that SES took and could not deliver: somebody was not told, so somebody else must hear of it. */
export class MailFailures extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, configurationSet: ConfigurationSet) {
    super(scope, id);
    const key = new Key(this, "Key", {
      description: "Safe Return: notices of mails that could not be delivered",
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("ses.amazonaws.com")],
        actions: ["kms:GenerateDataKey*", "kms:Decrypt"],
        // In a key's own policy "*" means this key.
        resources: ["*"],
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    );
    this.topic = new Topic(this, "Topic", { masterKey: key, enforceSSL: true });
    new ConfigurationSetEventDestination(this, "Destination", {
      configurationSet,
      // The cast: CDK's class and interface differ over `undefined` under exactOptionalPropertyTypes.
      destination: EventDestination.snsTopic(this.topic as ITopic),
      events: [
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.DELIVERY_DELAY,
        EmailSendingEvent.RENDERING_FAILURE,
      ],
    });
  }
}
