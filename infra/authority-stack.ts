import type { Code } from "aws-cdk-lib/aws-lambda";
import { Duration, Stack, Tags } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { Profile } from "../functions/domain/profile/profile.ts";
import { AlarmBell } from "./constructs/alarms/alarm-bell.ts";
import { ringForCalendar } from "./constructs/alarms/calendar-alarm.ts";
import { ringForFacts } from "./constructs/alarms/facts-alarm.ts";
import { ringForMail } from "./constructs/alarms/mail-alarms.ts";
import { ringForWorkflow } from "./constructs/alarms/workflow-alarms.ts";
import { ConsoleDoor } from "./constructs/console/console-door.ts";
import { consoleParameters } from "./constructs/console/console-parameters.ts";
import { SigningKey } from "./constructs/console/signing-key.ts";
import { DataKey } from "./constructs/data-key.ts";
import { EpisodeWorkflow } from "./constructs/functions/episode-workflow.ts";
import { Functions, liveArns } from "./constructs/functions/functions.ts";
import { Schedules } from "./constructs/functions/schedules.ts";
import { InboundMail } from "./constructs/mail/inbound-mail.ts";
import { noteArrivals } from "./constructs/mail/note-arrivals.ts";
import { readReceipts } from "./constructs/mail/read-receipts.ts";
import { OperatorRole } from "./constructs/operator-role.ts";
import { addOutputs } from "./constructs/outputs.ts";
import { Tables } from "./constructs/tables.ts";
import { type FunctionName, functionCatalogue } from "./functions.ts";
import { stackName } from "./names.ts";

export type AuthorityStackProps = {
  profile: Profile;
  /** The state machine, its functions still placeholders. */
  definition: object;
  codeOf: (name: FunctionName) => Code;
};

/** One authority's whole pipeline. The same template in production and in the lab. */
export class AuthorityStack extends Stack {
  constructor(scope: Construct, { profile, definition, codeOf }: AuthorityStackProps) {
    super(scope, stackName(profile.authority), {
      description: `Safe Return for ${profile.name}: police mails in, the protocol followed on time`,
      terminationProtection: true,
    });
    const { authority } = profile;
    const key = new DataKey(this, "Key", authority);
    const bell = new AlarmBell(this, "Bell", { key, authority });
    const tables = new Tables(this, "Tables", key);
    const signingKey = new SigningKey(this, "SigningKey", authority);
    const parameters = consoleParameters(this, profile);
    const readerTimeout = Duration.seconds(functionCatalogue["ingest-compact"].timeoutSeconds);
    const mail = new InboundMail(this, "InboundMail", { authority, key, readerTimeout });
    const liveArnOf = liveArns(this, authority);
    const { stateMachine } = new EpisodeWorkflow(this, "Workflow", {
      authority,
      definition,
      key,
      tasks: {
        FollowLadder: liveArnOf("follow-ladder"),
        KeepToken: liveArnOf("keep-token"),
        CloseEpisode: liveArnOf("close-episode"),
        HandOver: liveArnOf("hand-over"),
      },
    });
    const { all } = new Functions(this, "Functions", {
      profile,
      codeOf,
      key,
      bell,
      tables,
      mail,
      signingKey,
      console: parameters,
      workflow: stateMachine,
    });
    readReceipts(all["ingest-compact"], mail.queue);
    noteArrivals(all["note-arrival"], mail.bucket);
    new Schedules(this, "Schedules", { functions: all, bell });
    const console = new ConsoleDoor(this, "Console", {
      authority,
      key,
      bell,
      serve: all["serve-console"],
      url: parameters.url,
    });
    new OperatorRole(this, "Operator", { authority, key, mail, stateMachine });
    ringForMail(bell, mail, authority);
    ringForCalendar(bell, authority);
    ringForFacts(bell, authority);
    ringForWorkflow(bell, stateMachine);
    addOutputs(this, authority, {
      mail,
      tables,
      stateMachine,
      functions: all,
      alarms: bell.topic,
      console: { api: console.api.restApiId, url: parameters.url, signingKey: signingKey.keyArn },
    });
    for (const [tag, value] of Object.entries({ service: "safe-return", authority }))
      Tags.of(this).add(tag, value);
  }
}
