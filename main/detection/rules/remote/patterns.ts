/** The words that mean working away from the office, in the languages read. */
export const AWAY =
  '(?:remote|telecommut(?:e|ing)|telework(?:ing)?|home[ -]?(?:office|based|working)|homebased|work(?:ing)?[ -](?:from|at)[ -]home|wfh|télétravail|teletrabajo|trabajo remoto|thuiswerk(?:en)?|smart[ -]?working|da remoto|praca zdalna|mobile[ns]? arbeit(?:en)?|op afstand)'
/** "No remote work", "remote is not possible", "on-site only". */
export const NOT_AWAY = new RegExp(
  `(?:\\b(?:no|not|non|without|isn't|aren't|cannot|can't|unable|unfortunately|neither|kein|keine|keinen|pas|sin|geen|nessun)\\s+(?:(?:a|an|any|hybrid|or|and|currently|be|available|eligible|open|able|offered|considering|possible|de|to|for|as|offer|accommodate|support|allow|done|performed|worked|carried|out|in|of|work|working|option|possibility|opportunity|consider|permit|il|le|este|this|se|ofrece|ofrecemos|hay)\\s+){0,5}(?:${AWAY}(?!ly)|remotely(?! (?:from (?:abroad|outside|another|other|overseas|a )|until|during|before)))|\\b${AWAY}(?:\\s+(?:work|working|option|options|position|positions|role|candidates|applicants|workers|es|n'est))?\\s+(?:is |are |will |can |be |currently |ist |est |es )*(?:not|no|non|n't|isn't|aren't|cannot|unavailable|nicht|pas|niet)\\b(?! only| a problem| an issue| just| required| nur| alleen| seulement| uniquement| sólo| solo)|(?:don't|do not) apply if you (?:wish|want|need|prefer) to work remotely)`,
)
/** "On-site only", "this is an in-office role". */
export const ONLY_PRESENT =
  /must be (?:on-?site|in[- ]office)|(?:this|it) is (?:an? )?(?:100% |fully |strictly |purely )?(?:on-?site|in-office|in-person)|on-?site only|in the office (?:every day|daily|each day|full[- ]time|monday (?:to|through|-) friday)|100\s?% (?:on-?site|in[- ]office|(?:in|from) (?:the|our) (?:[\w'.-]+ )?office)|#li-on-?site/
/** What follows "remote" when it is never about the workplace: remote sensing, remote support, remote areas. */
const NEVER_WORK =
  /^(?:ly)?[\s-]*(?:sensing|sensed|support|desktop|access|monitoring|control|procedure|branch|servers?|execution|api|sites?\b|locations?\b|areas?\b|patient|offices?|debugg|hands|repositor|methods?|colleagues|stakeholders|data (?:capture|collection)|interviews?|hosts?|island|village|region|device|drone|pilot|hearing|viewing|possibility of|onboarding|stipend|allowance|set-?up|during|until|work(?:ing)? (?:stipends?|allowances?|budgets?|software|platforms?|tools?|solutions?|technolog|startup|products?))/
/** What follows "remote" when it is not about the workplace unless a job is named: remote teams, remote systems. */
const SELDOM_WORK =
  /^(?:ly)?[\s-]*(?:teams?\b|team members|diagnos|customers?|clients?|management|manag|employees?|systems?|connect|operat|vehicle|assist|communit|code|worker|workforce|cluster|machine|environments? (?:with|such)|testing|deposit|learning|teaching|network|troubleshoot|updates?|job boards?|experience|working experience|work experience|infrastructure)/
/** "Machine learning engineer": a few words and the name of one job. */
const ONE_JOB =
  /^[\s-]*(?:[\w&+.#/]+[\s-]){0,4}?(?:engineer|developer|manager|designer|specialist|analyst|architect|assistant|representative|rep|coordinator|agent|consultant|recruiter|administrator|director|officer|associate|scientist|programmer|accountant|editor|advis[oe]r|tutor|teacher|coach|executive|strategist|moderator|worker|lead)\b/

/** Whether the words after "remote" say that no workplace is meant. */
export function isNotWork(right: string): boolean {
  return NEVER_WORK.test(right) || (SELDOM_WORK.test(right) && !ONE_JOB.test(right))
}

const COUNT =
  '(?:\\d|one|two|three|four|five|once|twice|ein|zwei|drei|vier|fünf|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|due|tre|quattro|twee|drie|vier|vijf|few|couple of)'
const DAYS = '(?:days?|times?|tagen?|x|mal|jours?|días?|dagen|dag|giorni|giorno|dni|dny|keer)'
/** Days of rest: "9 days holiday, parking on site" is a list of perks. */
const OFF_WORK =
  "'? (?:paid |annual |of |extra )?(?:holidays?|leave|vacation|pto|off\\b|urlaub|vacaciones|congés|vakantie)"
const IN_OFFICE =
  "(?:(?:in|from|out of)[ -](?:the |our |an? )?(?:[\\w']+ )?office|\\bwfo\\b|at (?:the|our) office|office[- ]based|office attendance|in[- ]person|on[- ]?site|(?:come|commute|travel|report)(?:s|ing)? (?:in)?to (?:the|our) office|im büro|vor ort|au bureau|sur site|(?:en (?:la )?)?oficina|presencial(?:es)?|op kantoor|in ufficio|in sede|w biurze)"
/** "Fridays", "Tuesday to Thursday": days by name, which are told apart from dates by their plural or their company. */
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri)day'
const WEEKDAYS = `(?:${WEEKDAY}s\\b|${WEEKDAY}s?\\s?(?:-|to|through|thru|and|&|,|or)\\s?${WEEKDAY})`
/** "Work from home on Fridays", "in the office Tuesday to Thursday". */
export const NAMED_DAYS = new RegExp(
  `(?:${IN_OFFICE}|${AWAY}|remotely|from home|from the office)[^.\\n|]{0,36}?${WEEKDAYS}|${WEEKDAYS}[^.\\n|]{0,20}?(?:${IN_OFFICE}|${AWAY}|remotely|from home|from the office)`,
)
/** "A mix of home and office". */
export const MIXED =
  /\bsplit(?:ting)? (?:your|their|the|our) (?:working )?(?:time|week) between (?:your )?home and\b|(?:\bmix(?:ture)?|combination|blend|balance|split)\s(?:of|between)\s[^.\n]{0,24}?(?:\boffice|on-?site|in-person)[^.\n]{0,14}?(?:home|remote)|(?:\bmix(?:ture)?|combination|blend|balance|split)\s(?:of|between)\s[^.\n]{0,24}?(?:home|remote)[^.\n]{0,14}?(?:\boffice|on-?site|in-person)/
/** "2 days office / 3 days home", "office: 3 days". */
export const SHORT_DAYS =
  /\b\d\sdays?\s(?:office|home)\b|\b[1-4]\s(?:in )?office\b[\s,/&+]{1,3}(?:and )?[1-4]\s(?:at |from )?home\b|\boffice\s?[:-]?\s?\d\sdays?\b/
/** "Three days a week in the office", "2 jours de télétravail". */
export const SOME_DAYS = new RegExp(
  `(?:(?<![\\d.,])${COUNT}(?:\\s?(?:-|to|or|bis|à|a|/)\\s?${COUNT})?\\s?\\+?\\s?(?:full |set )?${DAYS}\\b(?!${OFF_WORK})[^.\\n]{0,36}?(?:${IN_OFFICE}|${AWAY}|remotely|from home|thuis)|(?:${IN_OFFICE}|${AWAY}|remotely|from home)[^.\\n\\d|]{0,30}?\\b${COUNT}(?:\\s?(?:-|to|or|bis|à|a|/)\\s?${COUNT})?\\s?\\+?\\s?(?:full |set )?${DAYS}\\b(?![^.\\n]{0,20}(?:off|notice|vacation|holiday|leave|urlaub)))`,
)
/** "One of the three days at home", "two days here, home the other days", "in the office once a week". */
export const DAYS_APART = new RegExp(
  `(?:${COUNT}\\s(?:of (?:the|these|those) (?:${COUNT} )?)?days?|${WEEKDAYS}) (?:(?:a|per|each) week )?(?:spent |working )?at home\\b|${COUNT} days[^.\\n|]{0,24}, (?:at )?home the (?:other|remaining|rest)|(?:other|remaining) days?\\b[^.\\n|]{0,24}(?:${AWAY}|remotely|from home|at home)|${IN_OFFICE}(?: at least| about)? (?:once|twice) (?:a|per|every|each) (?:week|fortnight|month)\\b`,
)
/** "Up to 40 % of your time can be worked from home", "you choose how many days you come in". */
export const SHARE_OF_TIME = new RegExp(
  `(?:\\b[1-9]\\d\\s?%|\\bhalf|\\bpart) of (?:the|your) (?:working |work )?(?:time|week|hours|month)\\b[^.\\n|]{0,36}?(?:${IN_OFFICE}|${AWAY}|remotely|from home)|(?:${AWAY}|remotely|from home) (?:for )?(?:up to |about |at least )?(?:[1-9]\\d\\s?%|half|part) of (?:the|your) (?:working |work )?(?:time|week|hours|month)\\b|\\b[1-9]\\d\\s?% (?:(?:in|at|from) (?:the )?)?(?:office|home|remote|on-?site)\\b[^.\\n|]{0,16}?\\b[1-9]\\d\\s?% (?:(?:in|at|from) (?:the )?)?(?:office|home|remote|on-?site)\\b|\\bhow (?:many days|often|much) (?:a week |you )?(?:to |you )?(?:come|spend|work|are) (?:in(?:to)?\\b|to\\b|at\\b|from\\b)`,
)
/** Five days: no part of the week is left for the other place. */
export const WHOLE_WEEK =
  /(?:\b5|five|fünf|cinq|cinco|cinque|vijf)\s?\+?\s?(?:full )?(?:days?|tagen?|x|times?|jours?|días?|dagen|giorni)|mon(?:day)?s?\s?(?:-|to|through|thru)\s?fri/
/** "Hybrid" in the languages read. */
export const HYBRID_WORD =
  /(?<![\w-])(?:hybrid(?:e[nrs]?)?|h[íi]brid[oa]|ibrid[oa]|hybrydow\w{1,4}|hybridn\w{1,3})(?![\w])/
/** What follows "hybrid" when it is not about the workplace: hybrid cloud, hybrid vehicles. */
export const HYBRID_OTHER =
  /^[\s-]*(?:cloud|infrastruct|apps?\b|mobile|vehicle|cars?\b|electric|engines?|search|it\b|events?|architect|systems?|deploy|solution|data(?! (?:analyst|engineer|scientist))|query|multi|integrat|identity|retriev|network(?! engineer)|power|approach|methodolog|agile|waterfall|bonds?|secur(?!ity (?:engineer|analyst|officer))|of\b|between|seed|corn|plc|saas|storage|environment|ai\b|model (?:of|that)|intelligence|and multi|\/ ?multi|learning|classroom)/
/** What follows "hybrid" when it is other people's workplace or two trades in one. */
export const HYBRID_NEVER =
  /^[\s-]*(?:offices\b|teams\b|workplaces\b|workforces?\b|workers\b|employees\b|meetings?\b|(?:role|position|job)\s?(?:between|:? ?half|combining|that (?:combines|blends)))/
/** Words of required presence. */
export const ON_SITE =
  /(?<![\w-])(?:on[-_]?\s?site|in-office|in office|office-based|office based|in[- ]person|presencial|in presenza|in sede|vor ort|präsenz|sur site|présentiel|op locatie|op kantoor|stacjonarn\w{1,3}|on premises?|wfo)(?![\w])/
/** What may stand beside "on-site" in a list of perks. */
export const PERK =
  /\b(?:gym|day ?care|childcare|parking|restaurant|canteen|cafeteria|lunch(?:es)?|clinic|fitness|nurse|doctor|massages?|café|coffee|stipend|allowance|budget|reimbursement|interviews?|onboarding)\b/
/** What follows "on-site" when it is a perk or a task: on-site gym, on-site support. */
export const ON_SITE_OTHER =
  /^[\s-]*(?:and (?:online|virtual|remote)|or (?:online|virtual)|full-service|restaurant|gym|showers?|bikes?|onboarding|retreat|gathering|contractors?|nurse|massage|parking|support|train|interview|customer|client|visit|meal|cafeteria|child|medical|fitness|facilit|lunch|amenit|generation|with (?:customers|clients)|meetings?|daycare|clinic|coffee|doctor|health|café|snack|event|assess|at (?:customer|client)|technician support)/
