export type Tables = { ledger: string; events: string; episodes: string; outbox: string; returns: string };
