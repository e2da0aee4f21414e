import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { claims } from "../../functions/adapters/dynamo/claims.ts";
import { episodeRows, episodeStore } from "../../functions/adapters/dynamo/episode-store.ts";
import { ledger, quarantine } from "../../functions/adapters/dynamo/ledger.ts";
import { links } from "../../functions/adapters/dynamo/links.ts";
import { officeStore } from "../../functions/adapters/dynamo/office-store.ts";
import { openWorkflows } from "../../functions/adapters/dynamo/open-workflows.ts";
import { leaveInOutbox, outbox } from "../../functions/adapters/dynamo/outbox.ts";
import { tokens } from "../../functions/adapters/dynamo/tokens.ts";
import { remembering } from "../../functions/core/office/people.ts";
import { names } from "./tables.ts";

/** A world's stores in DynamoDB: what its own database is in memory. */
export const storesIn = (client: DynamoDBClient, now: () => number) => {
  const rows = episodeRows(client, names);
  const office = officeStore(client, names);
  const mails = ledger(client, names);
  return {
    episodes: episodeStore(client, names),
    office,
    people: remembering(office.load, now),
    claims: claims(client, names),
    links: links(client, names),
    outbox: outbox(client, names),
    tokens: tokens(client, names),
    openWorkflows: openWorkflows(client, names),
    leave: leaveInOutbox(client, names),
    quarantine: quarantine(client, names),
    ledger: mails,
    mails,
    rows,
    due: rows,
    open: rows.open,
  };
};
