import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import { RemovalPolicy } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { physicalName } from "../../names.ts";

/**
 * Stands for the console with the sign-in provider, in place of a client secret: nobody can read it, so nobody can lose
 * it. A new one is made known to the provider by its certificate; AWS turns no key of this kind by itself.
 */
export class SigningKey extends Key {
  constructor(scope: Construct, id: string, authority: string) {
    super(scope, id, {
      alias: physicalName(authority, "sign-in"),
      description: `Safe Return, ${authority}: the console's own signature at sign-in`,
      keySpec: KeySpec.RSA_2048,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}
