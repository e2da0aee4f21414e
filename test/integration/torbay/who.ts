export const JOWAN = "50260098812";
/** Placed in Torbay by another authority. */
export const TEGAN = "50260098931";
export const DAVY = "50260097702";
export const PIRAN = "50260097815";

export const PROVIDER = "missing-from-home@torbay.example";
export const PROVIDER_MANAGER = "missing-from-home-manager@torbay.example";
export const CHILDRENS_SERVICES = "childrens-services@torbay.example";
export const CHILDRENS_SERVICES_MANAGER = "childrens-services-manager@torbay.example";
export const SAFEGUARDING_HUB = "safeguarding-hub@torbay.example";
export const MISSING_MONDAY = "missing-monday@torbay.example";
export const BUSINESS_SUPPORT = "missing-business-support@torbay.example";
export const POLICE = "missing-team@dc-police.example";
export const POLICE_MISSING_OFFICER = "missing-safeguarding@dc-police.example";
