import {
  type ConfigurationSet,
  EmailIdentity,
  Identity,
  MailFromBehaviorOnMxFailure,
} from "aws-cdk-lib/aws-ses";
import { CfnOutput, Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";

export type MailIdentitiesProps = { domains: string[]; configurationSet: ConfigurationSet };

/** The domains we write from and read at, each with the DNS records its owner must publish. */
export class MailIdentities extends Construct {
  constructor(scope: Construct, id: string, { domains, configurationSet }: MailIdentitiesProps) {
    super(scope, id);
    for (const domain of domains) {
      const identity = new EmailIdentity(this, domain, {
        identity: Identity.domain(domain),
        configurationSet,
        mailFromDomain: `bounce.${domain}`,
        mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
      });
      const records = identity.dkimRecords.map(({ name, value }) => `${name} CNAME ${value}`);
      const output = `Dkim${domain.replaceAll(/[^a-z0-9]/gi, "")}`;
      new CfnOutput(Stack.of(this), output, { value: records.join(" · ") });
    }
  }
}
