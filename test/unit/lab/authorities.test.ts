import { describe, expect, it } from "vitest";
import { readHeaders } from "../../../localstack/lab/mail/mail-headers.ts";
import { addressee } from "../../../localstack/lab/mail/send.ts";
import { chooseAuthority, type Deployed } from "../../../localstack/lab/stack/stacks.ts";

const deployed = (authority: string): Deployed => ({
  authority,
  outputs: {
    RawBucketName: "b",
    ReceiptTopicArn: "t",
    LedgerTableName: "l",
    EventsTableName: "v",
    EpisodesTableName: "e",
    OutboxTableName: "o",
    ReturnsTableName: "r",
    StateMachineArn: "s",
    RecordActionFunctionName: "f",
    MigrateEpisodesFunctionName: "migrate-episodes",
    DecideQuarantineFunctionName: "d",
    ConsoleApiId: "a",
    ConsoleSigningKeyArn: "k",
  },
  tables: { ledger: "l", events: "v", episodes: "e", outbox: "o", returns: "r" },
});

const both = [deployed("derby-city"), deployed("leicestershire")];
const mailTo = (to: string) => readHeaders(Buffer.from(`To: ${to}\n\n`));

describe("which authority a command is about", () => {
  it("is the only one deployed where none is named", () => {
    expect(chooseAuthority([deployed("derby-city")]).authority).toBe("derby-city");
  });

  it("has to be named where several are deployed: one sentence, exit 2", () => {
    expect(() => chooseAuthority(both)).toThrow(
      expect.objectContaining({
        exitCode: 2,
        message: "Several authorities are deployed (derby-city, leicestershire): add --authority NAME.",
      }),
    );
  });

  it("has to be deployed", () => {
    expect(() => chooseAuthority(both, "torbay")).toThrow(expect.objectContaining({ exitCode: 2 }));
    expect(() => chooseAuthority([])).toThrow(expect.objectContaining({ exitCode: 1 }));
  });
});

describe("whose mail it is", () => {
  it("is said by the address it was sent to", () => {
    expect(addressee(both, mailTo("Missing@In.Leicestershire.example")).authority).toBe("leicestershire");
  });

  it("is said by the person where the mail does not", () => {
    expect(addressee(both, mailTo("x@elsewhere.example"), "derby-city").authority).toBe("derby-city");
    expect(() => addressee(both, mailTo("x@elsewhere.example"))).toThrow("add --authority");
  });
});
