import type { ListedEpisode } from "../../functions/domain/work-list/item.ts";
import type { Listing, OpenDuty } from "../../functions/domain/work-list/listing.ts";

let count = 0;

export const anOpenDuty = (overrides: Partial<OpenDuty> = {}): OpenDuty => ({
  duty: "return-interview",
  rule: "LEI-08",
  clause: "7",
  title: "Hold the return interview",
  createdAt: "2026-11-15T08:30:00Z",
  owner: { role: "ce-team", name: "CE team", addresses: ["ce-team@leicestershire.example"] },
  told: [],
  ...overrides,
});

/** A row as a list has it; a test states only what matters to it. */
export const aListed = (
  listing: Partial<Listing> = {},
  overrides: Partial<Omit<ListedEpisode, "listing">> = {},
): ListedEpisode => ({
  episodeId: `ep-${String(++count).padStart(32, "0")}`,
  reference: "MP/26/004417",
  force: "leicestershire-police",
  status: "returned",
  startAt: "2026-11-14T21:30:00Z",
  seq: 3,
  childKeys: [],
  listing: {
    made: 2,
    child: { forenames: "Ellie", surname: "Marlowe", dateOfBirth: "2011-03-09" },
    allocation: { worker: "s.okoro@leicestershire.example" },
    teams: ["ce-team"],
    duties: [anOpenDuty()],
    changedAt: "2026-11-15T08:30:00Z",
    ...listing,
  },
  ...overrides,
});
