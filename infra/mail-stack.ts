import { ConfigurationSet, ConfigurationSetTlsPolicy, SuppressionReasons } from "aws-cdk-lib/aws-ses";
import { CfnOutput, Stack, Tags } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { Profile } from "../functions/domain/profile/profile.ts";
import { MailFailures } from "./constructs/mail/mail-failures.ts";
import { ReceiptRules } from "./constructs/mail/receipt-rules.ts";
import { IdentityStack } from "./identity-stack.ts";
import { configurationSet, domainOf, mailStackName } from "./names.ts";

/** What an account has only once, for all its authorities. Production only: LocalStack acts on none of it. */
export class MailStack extends Stack {
  constructor(scope: Construct, profiles: Profile[]) {
    super(scope, mailStackName, {
      description: "Safe Return: configuration set and receipt rules of this account",
      terminationProtection: true,
    });
    const set = new ConfigurationSet(this, "ConfigurationSet", {
      configurationSetName: configurationSet,
      reputationMetrics: true,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      // A mailbox that was full once must be reachable again without anybody clearing a list.
      suppressionReasons: SuppressionReasons.COMPLAINTS_ONLY,
    });
    new ReceiptRules(this, "Receipts", profiles);
    const { topic } = new MailFailures(this, "Failures", set);
    new CfnOutput(this, "MailFailureTopicArn", { value: topic.topicArn });
    Tags.of(this).add("service", "safe-return");
  }
}

/** The mail stack and a stack for each domain, which needs the configuration set to be there first. */
export const accountStacks = (scope: Construct, profiles: Profile[]): Stack[] => {
  const mail = new MailStack(scope, profiles);
  const domains = new Set(profiles.flatMap(({ mail: { from, ingest } }) => [from, ingest].map(domainOf)));
  const identities = [...domains].map((domain) => new IdentityStack(scope, domain));
  for (const identity of identities) identity.addStackDependency(mail);
  return [mail, ...identities];
};
