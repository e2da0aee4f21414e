import type { Flag } from "../../../domain/compact/compact.ts";
import { patterns } from "./notation.ts";

/** Matched without case; `^` and `$` are the ends of a line. To be without a medicine is the concern, whatever "without" would deny. */
export const flags: Record<Flag, readonly string[]> = {
  exploitation: patterns`
    \bC\.?S\.?E\b
    \bC\.?C\.?E\b
    \bCRE\b
    \bcounty[- ]?lines?\b
    \b(?:sexual|criminal|child|financial)(?:ly)? exploit(?:ation|ed|ing)\b
    \bexploit(?:ed|ing|ation)\b
    \bgroom(?:ed|ing)\b
  `,
  trafficking: patterns`
    \bNRM\b
    \btraffick(?:ed|ing)\b
    \bmodern slavery\b
    \bWilberforce\b
  `,
  "self-harm": patterns`
    \bself[- ]?harm(?:s|ed|ing|er)?\b
    \bsuicid(?:e|al)\b
    \boverdos(?:e|ed|ing)\b
  `,
  medical: patterns`
    \bdiabet(?:ic|es)\b
    \bepilep(?:sy|tic)\b
    \basthma(?:tic)?\b
    \binsulin\b
    \bmedication\b
    \bmedical (?:condition|need|issue)s?\b
    \bpregnan(?:t|cy)\b
    \banaphyla\w+
    \bepi[- ]?pen\b
    \ballerg(?:y|ies|ic)\b
    \bheart (?:condition|defect|problem)s?\b
    ^medical(?: conditions?| needs?| issues?| marker)?(?=\s*(?::|$))
    (?:\bwithout|(?:\bnot|n['’]t)(?: been)? (?:got|have|had|take|taken|taking)|\bforgot(?:ten)?) (?:her|his|their|the) (?:\w+ )?(?:medication|meds|insulin|inhaler|tablets|epi[- ]?pen)\b
    \bno (?:medication|insulin|inhaler|epi[- ]?pen) (?:with|on) (?:her|him|them)\b
  `,
  "domestic-abuse": patterns`
    \bdomestic (?:abuse|violence)\b
    \bDVA?\b
    \bDASH\b
    \bhonou?r[- ]based\b
    \bforced marriage\b
  `,
  "with-family": patterns`
    ^(?:believed )?with family$
    \b(?:believed|thought|likely|possibly|probably|suspected|known|understood|may be|staying|stayed|gone|currently|is|be)\b(?: to be| to have gone)?(?: staying| living| at home| gone)? with (?:(?:his|her|their|a|an|the|extended|other|maternal|paternal) )*(?:famil(?:y|ies)|relatives?|cousins?|parents?|mother|mum|father|dad|brother|sister|siblings?|aunt(?:ie)?|uncle|grand\w+|nan|nana|grandad)\b
  `,
  "unwilling-to-return": patterns`
    \bunwilling to (?:return|come|go)\b
    \brefus(?:es|ed|ing|al) to (?:return|come (?:home|back)|go (?:home|back))\b
    \b(?:does not|doesn['’]t|did not|didn['’]t) (?:want|wish) to (?:return|come (?:home|back)|go (?:home|back))\b
  `,
  "on-remand": patterns`
    \bon remand\b
    \bremanded\b
    \byouth detention accommodation\b
  `,
  "in-hospital": patterns`
    \b(?:in|admitted to|taken to|at) (?:a |the )?(?:(?!near|by|behind|opposite|outside|beside|not|home|work)\w+ ){0,3}hospital\b
    \bhospitali[sz]ed\b
    \bA&E\b
  `,
  "police-investigation": patterns`
    \b(?:police|criminal) investigation\b
    \bunder investigation\b
    \bon (?:police )?bail\b
    \bwanted (?:by police|on warrant|for)\b
    \bsuspect in\b
  `,
  "missing-from-education": patterns`
    \bmissing (?:from|in) education\b
    \bCME\b
    \bnot in education\b
    \bnot enrolled (?:at|in)\b
    \bchild(?:ren)? missing education\b
    \bnot on (?:a )?school roll\b
  `,
};

/** Lines that belong to the mail, not to the report: everything after one is closing matter. */
export const closings = patterns`
  ^--\s*$
  ^(?:kind(?:est)?|best|warm(?:est)?|many) regards\b
  ^(?:with )?(?:kind |best )?regards[\s,.!–-]{0,5}(?:(?!(?:to|her|his|their|the|this|that|of|for|in|from)\b)[^\s,]+(?:[\s,]+[^\s,]+){0,3})?$
  ^(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many|all good) wishes\b[\s,.!–-]{0,5}(?:[^\s,]+(?:[\s,]+[^\s,]+){0,3})?$
  ^(?:many |with )?(?:thanks|thank you)(?: (?:again|very much|so much|in advance|all|for your (?:help|assistance|time|support)))?\s{0,3}(?:[,.!–-]{1,3}\s{0,3}(?:[^\s,]+(?:[\s,]+[^\s,]+){0,2})?)?$
  ^yours (?:sincerely|faithfully)\b
  ^sent from my\b
  ^this (?:e-?mail|message|communication)\b.*\b(?:intended|confidential|attachment|recipient|addressee|privileged)
  \bintended (?:solely |only )?for the (?:addressee|named|use|intended|recipient)
  ^if you (?:are not|have received) (?:the intended|this)
  ^(?:legal )?disclaimer\b
  ^the information (?:contained )?in this (?:e-?mail|message)
  ^(?:confidentiality|privacy) notice\b
  ^please consider the environment
  ^all communications, including telephone calls
  ^unsubscribe\b
`;

/** Lines to skip wherever they stand; but "--" closes. */
export const banners = patterns`
  ^\W*(?:official|official[- ]?sensitive|restricted|protect|not protectively marked)\W*$
  ^\W*caution\b.*\bexternal\b
  ^\W*\[?external(?: e-?mail)?\]?\W*$
  \b(?:e-?mail|message)\b[^.]{0,40}\boriginated (?:from )?outside
  \boriginated (?:from )?outside (?:of )?(?:the |our |your |this )?(?:\w+ ){0,2}(?:organi[sz]ation|network|company|council|force|domain|tenant)
  do not (?:reply to this (?:\w+ )?(?:e-?mail|message|mail|address|mailbox)|click (?:on )?(?:any )?links)
  ^(?!--\s*$)[\s_*=~#.-]+$
`;

/** Headings: over what is said of somebody else, of all children, of the next child. */
export const sections = {
  others: patterns`
    ^(?:school|gp|doctor|(?:allocated )?social worker|team manager|manager|iro|placement|home manager|foster (?:carer|mother|father)|key ?worker|witness|boyfriend|girlfriend|partner|household(?: members)?|emergency duty team|edt|responsible adult|officer|last seen by|relationship)(?: name| details| information| relationship| contact(?: details)?)?(?: \d)?:?$
    ^(?:(?:known|close|possible) )?(?:associates?|friends?|siblings?|witness(?:es)?|relatives?|family(?: members?)?)(?: details| information)?:?$
    ^(?:next of kin|nok|emergency contacts?|parents?|carers?|mother|father|guardians?|foster carers?|parent(?:s|al)? responsibility|parents? ?(?:/|and|&|or) ?(?:carers?|guardians?))(?:'s)?(?: details| information| contacts?)?(?: \d)?:?$
    ^(?:informants?|reporting person|person (?:reporting|making the report|who reported)|reported by|reporter|aftercarer|caller)(?:'s)?(?: details| information)?:?$
    ^(?:found with|(?:believed|thought|known|likely) to be with|last seen with|also (?:present|with)|in (?:the )?company (?:of|with)|accompanied by|persons? of interest|suspects?)(?: details)?:?$
  `,
  shared: patterns`
    \b(?:both|all(?: (?:two|three|four|five|\d+))?) (?:children|siblings|of them|missing persons|subjects|young people|were)\b
    ^(?:details )?(?:common to|for|shared by) (?:both|all)\b
    ^(?:shared|common) (?:details|information|circumstances)\b
    ^(?:both|all)(?: found| missing| returned)?(?: together)?:?$
  `,
  child: patterns`
    ^(?:(?:missing )?(?:child|person)|young person|subject|misper|mp|sibling)\s*(?:no\.?\s*|#)?\d{1,2}(?:\s*(?:of|/)\s*\d{1,2})?\b.{0,60}$
    ^\(?\d{1,2}\s*(?:of|/)\s*\d{1,2}\)?:?$
    ^\d{1,2}[.)]\s+[a-zà-ÿ].{2,50}$
  `,
};

/**
 * What says of a sentence that mail systems wrote it, about the mail itself. Whoever takes a report back writes none of
 * these, though both speak of errors and of disregarding.
 */
export const furniture = patterns`
  \b(?:if|where|should) (?:you|this|it)\b[^.]{0,60}\b(?:received|reached|been sent|sent)\b[^.]{0,30}\b(?:in error|by mistake)
  \b(?:if|emails?|mails?|messages?) received in error\b
  \bin case of error\b
  \bif you are not (?:the|an)\b
  \bif you were not expecting\b
  \b(?:intended|named|authori[sz]ed|sole) (?:recipients?|addressees?)\b
  \bintended (?:only|solely|exclusively)? ?for\b
  \bnotify (?:the |us|its )?(?:sender|originator|us)\b
  \blet the originator know\b|\breturn it to the sender\b|\bdestroy (?:all|any) copies\b|\ball copies of (?:it|this)\b
  \b(?:legally )?privileged\b|\bconfidential(?:ity)?\b
  \bunauthori[sz]ed\b
  \b(?:copy|copying|disclose|disclosure|distribute|distribution|forward)\b[^.]{0,40}\b(?:prohibited|unlawful|it|permission)\b
  \b(?:monitors?|monitored|monitoring|recorded|intercepted)\b[^.]{0,60}\b(?:purposes?|legislation|law|security|training)\b
  \bsubject to (?:recording|monitoring)\b
  \bviews (?:or opinions )?expressed\b|\bopinions (?:are|expressed)\b
  \b(?:constitute|form) (?:a|any|part of a) contract\b|\bbe binding\b
  \boriginated (?:from )?outside\b|\bcame from outside\b|\bexternal e-?mail\b|\bexternal sender\b
  \bclick (?:on )?(?:any )?links?\b|\bbefore you click\b|\bopen(?:ing)? attachments?\b|\bsuspicious\b[^.]{0,40}\breport\b
  \bscanned (?:for|by)\b|\bvirus(?:es)?\b|\bmalware\b
  \bdon['’]?t often get email from\b|\blearn why this is important\b
  \bbefore printing\b|\bconsider the environment\b
  \bdata protection act\b|\bprivacy notice\b|\bfreedom of information\b
  \b(?:www\.|https?://)\S+
  \bliab(?:le|ility)\b|\berror[- ]free\b|\bguaranteed to be\b
  ^\W*(?:have|are|were|do) you (?:run away|running away|missing|thinking|worried|affected|know someone)\b[^.]*\?|\bhelpline\b
  ^\W*if (?:an?|any|your|someone|somebody|anyone|you)\b[^.]*\b(?:call|ring|dial)\b[^.]*\b(?:101|999)\b
  \bcontracts? (?:formed|made|concluded) by (?:it|e-?mail)\b|\bthat they hold on a (?:personal|private) device\b
  \be-?mails? (?:is|are)\b[^.]*\b(?:secure|safe) means of communication\b
  \bfollow us\b|\bfind us on\b|\breport it online\b
  \bemergency always dial\b|\bnon-?emergenc(?:y|ies)\b
  \bsent from my\b|\bget outlook for\b
  \breport (?:it|this|suspicious \w+) (?:using|with|via|by)\b|\breport message (?:button|add-?in|tool)\b
  \bshared outside the\b|\bprotective marking\b
`;
