import type { EpisodeStore } from "../core/ports/episode-store.ts";
import type { RelyingParty } from "../core/ports/relying-party.ts";
import type { Sessions } from "../core/ports/sessions.ts";
import type { EpisodeRow } from "../core/ports/stored-episode.ts";
import type { WaitingMails } from "../core/ports/waiting-mails.ts";
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
  episodes: { all: () => Promise<EpisodeRow[]> };
  /** One episode with its events. */
  stored: EpisodeStore["load"];
  waitingMails: WaitingMails;
  /** A reason nobody may read on the page, for the log: a word of ours or of the library's. */
  noteSignIn: (reason: string) => void;
};
