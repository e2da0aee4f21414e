import type { Listed, Which } from "../core/list-episodes/list-episodes.ts";
import type { Opened } from "../core/open-episode/open-episode.ts";
import type { Acknowledged, Acknowledging, Links } from "../core/ports/acknowledgements.ts";
import type { AskOffice } from "../core/ports/asking-office.ts";
import type { Drafts } from "../core/ports/drafts.ts";
import type { EpisodeStore } from "../core/ports/episode-store.ts";
import type { OpenByHand } from "../core/ports/opening.ts";
import type { RecordAct } from "../core/ports/recording.ts";
import type { RelyingParty } from "../core/ports/relying-party.ts";
import type { Sessions } from "../core/ports/sessions.ts";
import type { WaitingMails } from "../core/ports/waiting-mails.ts";
import type { Office } from "../domain/office/office.ts";
import type { Profile } from "../domain/profile/profile.ts";

/** Everything the pages stand on. What one page needs alone goes here too: each page picks its own. */
export type Console = {
  profile: Profile;
  sessions: Sessions;
  relyingParty: RelyingParty;
  /** 256 random bits, as base64url. */
  randomId: () => string;
  cookies: {
    read: (cookies: ReadonlyMap<string, string>, of: "session" | "sign-in") => string | undefined;
    set: (of: "session" | "sign-in", value: string) => string;
    clear: (of: "session" | "sign-in") => string;
  };
  styles: { path: string; css: string };
  episodes: {
    /** From their rows. */
    listed: (which: Which) => Promise<Listed[]>;
    /** One with its events, folded. */
    open: (episodeId: string) => Promise<Opened | undefined>;
    /** What was recorded of it after an instant. */
    since: EpisodeStore["eventsSince"];
  };
  /** Asks `record-action`, which alone writes. */
  record: RecordAct;
  /** Opens an episode by hand, by the same way. */
  open: OpenByHand;
  drafts: Drafts;
  office: { now: () => Promise<Office>; ask: AskOffice };
  /** One episode with its events. */
  stored: EpisodeStore["load"];
  waitingMails: WaitingMails;
  /** Links by which partners confirm that a report arrived. */
  links: Links & { acknowledge: (said: Acknowledging) => Promise<Acknowledged> };
  /** A reason nobody may read on the page, for the log: a word of ours or of the library's. */
  noteSignIn: (reason: string) => void;
};
