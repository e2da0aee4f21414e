export const ROSIE = "DP-MIS-2026-2071";

/** Rosie's social worker and her line manager, as allocated. */
export const JUNE = "june@derbyshire.example";
export const PAUL = "paul@derbyshire.example";

export const ADMIN_TEAM = "missing-admin@derbyshire.example";
export const HEAD_OF_CHILD_PROTECTION = "head-of-child-protection@derbyshire.example";
export const CRE_MANAGER = "cre-manager@derbyshire.example";
export const REVIEWING_OFFICERS = "iro-service@derbyshire.example";
export const POLICE = "missing-team@derbyshire-police.example";
export const POLICE_DIVISION = "missing-division@derbyshire-police.example";
