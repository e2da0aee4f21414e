import { ConfigurationSet, ConfigurationSetTlsPolicy, SuppressionReasons } from "aws-cdk-lib/aws-ses";
import { CfnOutput, Stack, Tags } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { Profile } from "../functions/domain/profile/profile.ts";
import { MailFailures } from "./constructs/mail/mail-failures.ts";
import { MailIdentities } from "./constructs/mail/mail-identities.ts";
import { ReceiptRules } from "./constructs/mail/receipt-rules.ts";
import { configurationSet, domainOf } from "./names.ts";

/** What an account has only once, for all its authorities. Production only: LocalStack acts on none of it. */
export class MailStack extends Stack {
  constructor(scope: Construct, profiles: Profile[]) {
    super(scope, "SafeReturn-mail", {
      description: "Safe Return: sending identities, configuration set and receipt rules of this account",
      terminationProtection: true,
    });
    const set = new ConfigurationSet(this, "ConfigurationSet", {
      configurationSetName: configurationSet,
      reputationMetrics: true,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      // A mailbox that was full once must be reachable again without anybody clearing a list.
      suppressionReasons: SuppressionReasons.COMPLAINTS_ONLY,
    });
    const domains = new Set(profiles.flatMap(({ mail }) => [domainOf(mail.from), domainOf(mail.ingest)]));
    new MailIdentities(this, "Identities", { domains: [...domains], configurationSet: set });
    new ReceiptRules(this, "Receipts", profiles);
    const { topic } = new MailFailures(this, "Failures", set);
    new CfnOutput(this, "MailFailureTopicArn", { value: topic.topicArn });
    Tags.of(this).add("service", "safe-return");
  }
}
