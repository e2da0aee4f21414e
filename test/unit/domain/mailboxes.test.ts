import { describe, expect, it } from "vitest";
import { sharedMailboxes } from "../../../functions/domain/profile/check/shared-mailboxes.ts";
import { aProfile, aRawProfile } from "../../builders/profile.ts";
import { faultsOf } from "../../builders/profile-faults.ts";

const force = (mailbox: string) => [
  { id: "anyforce", name: "Anyforce Police", senderDomains: ["anyforce.police.example"], mailbox },
];
const mail = (overrides: Record<string, string>) => ({
  ...{ ingest: "missing@in.anyshire.example", from: "safe-return@anyshire.example" },
  ...{ replyTo: "missing.coordinator@anyshire.example" },
  ...overrides,
});
const back =
  "is the address that reads compacts, so our own mails would come back to us: write a mailbox that people read";

describe("our mails do not come back to the reader", () => {
  it.each([
    "missing@in.anyshire.example",
    "Missing@IN.Anyshire.example",
    "missing+police@in.anyshire.example",
  ])("by the force's mailbox %s", (address) =>
    expect(faultsOf(aRawProfile({ forces: force(address) }))).toEqual([`forces.0.mailbox: ${back}`]),
  );

  it("by a recipient", () => {
    const recipients = {
      coordinator: { name: "C", addresses: ["c@anyshire.example", "MISSING@in.anyshire.example"] },
      "service-manager": { name: "S", addresses: ["s@anyshire.example"] },
    };
    expect(faultsOf(aRawProfile({ recipients }))).toEqual([`recipients.coordinator.addresses.1: ${back}`]);
  });

  it("by what we are sent or answered from", () => {
    const ingest = "MISSING@in.anyshire.example";
    expect(faultsOf(aRawProfile({ mail: mail({ replyTo: ingest }) }))[0]).toMatch(
      /^mail\.replyTo: a reply may not/,
    );
    expect(faultsOf(aRawProfile({ mail: mail({ from: ingest }) }))[0]).toMatch(
      /^mail\.from: what we send may not/,
    );
  });
});

describe("a question to the force reaches the force", () => {
  it.each([
    [
      "missing.coordinator@anyshire.example",
      "is an address of the authority's own: write one that Anyforce Police reads",
    ],
    [
      "safe-return@anyshire.example",
      "is an address of the authority's own: write one that Anyforce Police reads",
    ],
    [
      "police@in.anyshire.example",
      '"in.anyshire.example" only takes compacts in, so nobody reads this: write an address that Anyforce Police reads',
    ],
  ])("not %s", (address, problem) => {
    expect(faultsOf(aRawProfile({ forces: force(address) }))).toEqual([`forces.0.mailbox: ${problem}`]);
  });

  it("which may have a desk, and a mailbox, with the authority", () => {
    expect(faultsOf(aRawProfile({ forces: force("police.desk@anyshire.example") }))).toEqual([]);
  });

  it("and whose mail is not taken in with the compacts: people's domain is no ingest domain", () => {
    const own = { mail: mail({ ingest: "missing@anyshire.example" }) };
    const [fault, ...others] = faultsOf(
      aRawProfile({ ...own, forces: force("police.desk@anyshire.example") }),
    );
    expect(others).toEqual([]);
    expect(fault).toContain('mail.ingest: people have their mail at "anyshire.example" too');
  });
});

describe("between authorities", () => {
  const anyshire = aProfile();
  const other = (overrides: Record<string, unknown>) =>
    aProfile({ authority: "othershire", name: "Othershire Council", ...overrides });
  const own = { mail: mail({ ingest: "missing@in.othershire.example" }) };

  it("each has an address of its own to read", () => {
    const sharing = other({ mail: mail({ ingest: "Missing+reports@in.anyshire.example" }) });
    const both = [anyshire, sharing];
    expect(sharedMailboxes(anyshire, both)).toEqual([
      {
        path: "mail.ingest",
        problem:
          "another authority, Othershire Council, reads missing@in.anyshire.example too, so each child's report would go to one of them only: write an address of this authority's own",
      },
    ]);
    expect(sharedMailboxes(sharing, both)).toHaveLength(1);
    expect(sharedMailboxes(anyshire, [anyshire, other(own)])).toEqual([]);
  });

  it("none writes to where another reads compacts", () => {
    const writing = other({ ...own, forces: force("missing@in.anyshire.example") });
    expect(sharedMailboxes(writing, [anyshire, writing])).toEqual([
      {
        path: "forces.0.mailbox",
        problem:
          "missing@in.anyshire.example is where Anyshire County Council reads compacts: write a mailbox that people read",
      },
    ]);
    expect(sharedMailboxes(anyshire, [anyshire, writing])).toEqual([]);
  });
});
