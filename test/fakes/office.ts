import * as z from "zod";
import { officeRowSchema } from "../../functions/adapters/dynamo/office-store.ts";
import type { OfficeStore } from "../../functions/core/ports/office.ts";
import { type OfficeEvent, officeEventSchema } from "../../functions/domain/office/events.ts";
import type { Database } from "./database.ts";
import type { Io } from "./io.ts";

export const anOffice = (db: Database, io: Io): OfficeStore => ({
  load: () =>
    io.call("read the office", () => {
      const row = db.office.get("office");
      return row && officeRowSchema.parse(JSON.parse(row.body));
    }),
});

const storedEvent = z.object({ event: officeEventSchema });

export const officeEvents = (db: Database): OfficeEvent[] =>
  [...(db.events.get("office")?.values() ?? [])].map((text) => storedEvent.parse(JSON.parse(text)).event);
