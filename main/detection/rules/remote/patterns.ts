/** The words that mean working away from the office, in the languages read. */
export const AWAY =
  '(?:remote|telecommut(?:e|ing)|telework(?:ing)?|home[ -]?(?:office|based|working)|homebased|work(?:ing)?[ -]from[ -]home|wfh|télétravail|teletrabajo|trabajo remoto|thuiswerk(?:en)?|smart[ -]?working|da remoto|praca zdalna|mobile[ns]? arbeit(?:en)?|op afstand)'
/** "No remote work", "remote is not possible", "on-site only". */
export const NOT_AWAY = new RegExp(
  `(?:\\b(?:no|not|non|without|isn't|aren't|cannot|can't|unable|unfortunately|neither|kein|keine|keinen|pas|sin|geen|nessun)\\s+(?:(?:a|an|any|currently|be|available|eligible|open|able|offered|considering|possible|de|to|for|as|offer|accommodate|support|allow|done|in|consider|permit|il|le|este|this)\\s+){0,5}${AWAY}|\\b${AWAY}(?:\\s+(?:work|working|option|options|position|positions|role|candidates|applicants|workers|es|n'est))?\\s+(?:is |are |will |can |be |currently )*(?:not|no|n't|isn't|aren't|cannot|unavailable|nicht|pas|niet)\\b(?! only| a problem| an issue| just| required)|(?:don't|do not) apply if you (?:wish|want|need|prefer) to work remotely)`,
)
/** "On-site only", "this is an in-office role". */
export const ONLY_PRESENT =
  /must be (?:on-?site|in[- ]office)|(?:this|it) is (?:an? )?(?:100% |fully |strictly |purely )?(?:on-?site|in-office|in-person)|on-?site only|100% (?:on-?site|in[- ]office)|#li-on-?site/
/** What follows "remote" when it is not about the workplace: remote sensing, remote teams, remote support. */
export const NOT_WORK_NEXT =
  /^(?:ly)?[\s-]*(?:sensing|sensed|support|desktop|access|teams?\b|team members|monitoring|control|controlled|procedure|servers?|execution|api|sites?\b|locations?\b|areas?\b|diagnos|patients?|customers?|clients?|offices?|debugg|management|manag|hands|repositor|methods?|employees?|colleagues|stakeholders|data (?:capture|collection)|systems?|interviews?|hosts?|connect|operat|vehicle|assist|communit|island|village|region|device|drone|code|worker|workforce|pilot|cluster|machine|environments? (?:with|such)|testing|deposit|learning|teaching|network|troubleshoot|updates?|job boards?|experience|working experience|work experience|infrastructure|hearing|viewing|possibility of)/
const COUNT =
  '(?:\\d|one|two|three|four|five|once|twice|ein|zwei|drei|vier|fünf|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|due|tre|quattro|twee|drie|vier|vijf|few|couple of)'
const DAYS = '(?:days?|times?|tagen?|x|mal|jours?|días?|dagen|dag|giorni|giorno|dni|dny|keer)'
const IN_OFFICE =
  "(?:in[ -](?:the |our |an? )?(?:[\\w']+ )?office|at (?:the|our) office|in[- ]person|on[- ]?site|(?:come|commute|travel)(?:s|ing)? (?:in)?to (?:the|our) office|im büro|vor ort|au bureau|sur site|(?:en (?:la )?)?oficina|presencial(?:es)?|op kantoor|in ufficio|in sede|w biurze)"
/** "Three days a week in the office", "2 jours de télétravail". */
export const SOME_DAYS = new RegExp(
  `(?:${COUNT}(?:\\s?(?:-|to|or|bis|à|a|/)\\s?${COUNT})?\\s?\\+?\\s?(?:full |set )?${DAYS}\\b[^.\\n]{0,36}?(?:${IN_OFFICE}|${AWAY}|remotely|from home|thuis)|(?:${IN_OFFICE}|${AWAY}|remotely|from home)[^.\\n\\d|]{0,30}?\\b${COUNT}(?:\\s?(?:-|to|or|bis|à|a|/)\\s?${COUNT})?\\s?\\+?\\s?(?:full |set )?${DAYS}\\b(?![^.\\n]{0,20}(?:off|notice|vacation|holiday|leave|urlaub)))`,
)
/** Five days: no part of the week is left for the other place. */
export const WHOLE_WEEK =
  /(?:\b5|five|fünf|cinq|cinco|cinque|vijf)\s?\+?\s?(?:full )?(?:days?|tagen?|x|times?|jours?|días?|dagen|giorni)/
/** "Hybrid" in the languages read. */
export const HYBRID_WORD =
  /(?<![\w-])(?:hybrid(?:e[nrs]?)?|h[íi]brid[oa]|ibrid[oa]|hybrydow\w{1,4}|hybridn\w{1,3})(?![\w])/
/** What follows "hybrid" when it is not about the workplace: hybrid cloud, hybrid vehicles. */
export const HYBRID_OTHER =
  /^[\s-]*(?:cloud|infrastruct|apps?\b|mobile|vehicle|cars?\b|electric|engines?|search|it\b|events?|architect|systems?|deploy|solution|data|query|multi|integrat|identity|retriev|network|power|approach|methodolog|agile|waterfall|bonds?|secur|of\b|between|seed|corn|plc|saas|storage|environment|ai\b|model (?:of|that)|intelligence|and multi|\/ ?multi|learning|classroom)/
/** Words of required presence. */
export const ON_SITE =
  /(?<![\w-])(?:on[-_]?\s?site|in-office|in office|office-based|office based|in[- ]person|presencial|in presenza|in sede|vor ort|präsenz|sur site|présentiel|op locatie|op kantoor|stacjonarn\w{1,3}|on premises?)(?![\w])/
/** What follows "on-site" when it is a perk or a task: on-site gym, on-site support. */
export const ON_SITE_OTHER =
  /^[\s-]*(?:restaurant|gym|parking|support|train|interview|customer|client|visit|meal|cafeteria|child|medical|fitness|facilit|lunch|amenit|generation|with (?:customers|clients)|meetings?|daycare|clinic|coffee|doctor|health|café|snack|event|assess|at (?:customer|client)|technician support)/
