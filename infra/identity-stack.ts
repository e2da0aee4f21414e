import { ConfigurationSet, EmailIdentity, Identity, MailFromBehaviorOnMxFailure } from "aws-cdk-lib/aws-ses";
import { CfnOutput, RemovalPolicy, Stack, Tags } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { configurationSet, identityStackName } from "./names.ts";

/**
 * A domain we write from or read at, with the DNS records its owner must publish. A stack of its own: whoever is left
 * out of a deploy keeps their domain, because no template that is deployed knows of it.
 */
export class IdentityStack extends Stack {
  constructor(scope: Construct, domain: string) {
    super(scope, identityStackName(domain), {
      description: `Safe Return: the sending identity ${domain}`,
      terminationProtection: true,
    });
    const identity = new EmailIdentity(this, "Identity", {
      identity: Identity.domain(domain),
      configurationSet: ConfigurationSet.fromConfigurationSetName(this, "Set", configurationSet),
      mailFromDomain: `bounce.${domain}`,
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
    });
    identity.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    const records = identity.dkimRecords.map(({ name, value }) => `${name} CNAME ${value}`);
    new CfnOutput(this, "Dkim", { value: records.join(" · ") });
    Tags.of(this).add("service", "safe-return");
  }
}
