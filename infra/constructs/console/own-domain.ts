import { CfnBasePathMapping, CfnDomainName, CfnRestApi, type RestApi } from "aws-cdk-lib/aws-apigateway";
import { CfnCondition, CfnParameter, Fn, Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";

/** The host of an address such as https://host/path. */
const hostOf = (url: string): string => Fn.select(2, Fn.split("/", url));

/**
 * The console at its own address, once the account has a certificate for it; the address that AWS makes up is closed
 * then. In the lab the emulator's front door does this, so no certificate is given.
 */
export class OwnDomain extends Construct {
  constructor(scope: Construct, id: string, { api, url }: { api: RestApi; url: string }) {
    super(scope, id);
    const certificate = new CfnParameter(Stack.of(this), "ConsoleCertificateArn", {
      default: "",
      description:
        "The ACM certificate, in this region, for the host of ConsoleUrl. Empty: no domain of its own",
    });
    const given = new CfnCondition(Stack.of(this), "HasConsoleCertificate", {
      expression: Fn.conditionNot(Fn.conditionEquals(certificate.valueAsString, "")),
    });
    const domain = new CfnDomainName(this, "Domain", {
      domainName: hostOf(url),
      regionalCertificateArn: certificate.valueAsString,
      endpointConfiguration: { types: ["REGIONAL"] },
      securityPolicy: "TLS_1_2",
    });
    const mapping = new CfnBasePathMapping(this, "Mapping", {
      domainName: domain.ref,
      restApiId: api.restApiId,
      stage: api.deploymentStage.stageName,
    });
    for (const resource of [domain, mapping]) resource.cfnOptions.condition = given;
    const bare = api.node.defaultChild;
    if (bare instanceof CfnRestApi)
      bare.addPropertyOverride("DisableExecuteApiEndpoint", {
        "Fn::If": [given.logicalId, true, false],
      });
  }
}
