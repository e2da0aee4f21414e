/**
 * What says of a sentence that mail systems wrote it, about the mail itself: regular expression sources, matched without
 * case. Whoever takes a report back writes none of these, though both speak of errors and of disregarding.
 */
export const furniture: readonly string[] = [
  "\\b(?:if|where|should) (?:you|this|it)\\b[^.]{0,60}\\b(?:received|reached|been sent|sent)\\b[^.]{0,30}\\b(?:in error|by mistake)",
  "\\b(?:if|emails?|mails?|messages?) received in error\\b",
  "\\bin case of error\\b",
  "\\bif you are not (?:the|an)\\b",
  "\\bif you were not expecting\\b",
  "\\b(?:intended|named|authori[sz]ed|sole) (?:recipients?|addressees?)\\b",
  "\\bintended (?:only|solely|exclusively)? ?for\\b",
  "\\bnotify (?:the |us|its )?(?:sender|originator|us)\\b",
  "\\blet the originator know\\b|\\breturn it to the sender\\b|\\bdestroy (?:all|any) copies\\b|\\ball copies of (?:it|this)\\b",
  "\\b(?:legally )?privileged\\b|\\bconfidential(?:ity)?\\b",
  "\\bunauthori[sz]ed\\b",
  "\\b(?:copy|copying|disclose|disclosure|distribute|distribution|forward)\\b[^.]{0,40}\\b(?:prohibited|unlawful|it|permission)\\b",
  "\\b(?:monitors?|monitored|monitoring|recorded|intercepted)\\b[^.]{0,60}\\b(?:purposes?|legislation|law|security|training)\\b",
  "\\bsubject to (?:recording|monitoring)\\b",
  "\\bviews (?:or opinions )?expressed\\b|\\bopinions (?:are|expressed)\\b",
  "\\b(?:constitute|form) (?:a|any|part of a) contract\\b|\\bbe binding\\b",
  "\\boriginated (?:from )?outside\\b|\\bcame from outside\\b|\\bexternal e-?mail\\b|\\bexternal sender\\b",
  "\\bclick (?:on )?(?:any )?links?\\b|\\bbefore you click\\b|\\bopen(?:ing)? attachments?\\b|\\bsuspicious\\b[^.]{0,40}\\breport\\b",
  "\\bscanned (?:for|by)\\b|\\bvirus(?:es)?\\b|\\bmalware\\b",
  "\\bdon['’]?t often get email from\\b|\\blearn why this is important\\b",
  "\\bbefore printing\\b|\\bconsider the environment\\b",
  "\\bdata protection act\\b|\\bprivacy notice\\b|\\bfreedom of information\\b",
  "\\b(?:www\\.|https?://)\\S+",
  "\\bfollow us\\b|\\bfind us on\\b|\\breport it online\\b",
  "\\bemergency always dial\\b|\\bnon-?emergenc(?:y|ies)\\b",
  "\\bsent from my\\b|\\bget outlook for\\b",
  "\\breport (?:it|this|suspicious \\w+) (?:using|with|via|by)\\b|\\breport message (?:button|add-?in|tool)\\b",
  "\\bshared outside the\\b|\\bprotective marking\\b",
];
