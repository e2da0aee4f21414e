/** A report that went out by mail, with a link by which whoever got it says so. */
export type LinkedReport = {
  episodeId: string;
  reference: string;
  duty: string;
  rule: string;
  sentAt: string;
};

/** Links by their digest: what is stored opens nothing. */
export type Links = { find: (link: string) => Promise<LinkedReport | undefined> };

/** What a partner says by a link: the form's id, so that the same form twice says it once. */
export type Acknowledging = { link: string; id: string; saysWho: string };
export type Acknowledged = { outcome: "acknowledged" | "unknown-link" };
