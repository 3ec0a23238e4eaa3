import type { Benefit } from '../../../contract/terms.ts'

/**
 * How much a phrase needs to count: `sure` stands alone unless the sentence speaks of a product; `offer` must stand in a
 * list or sentence of what is offered, or beside another benefit.
 */
export type Need = 'sure' | 'offer'

export interface BenefitRule {
  benefit: Benefit
  need: Need
  /** First letters of the pattern, so that few are tried at a word. */
  letters: string
  /** Sticky. */
  pattern: RegExp
}

const rule = (benefit: Benefit, need: Need, letters: string, pattern: RegExp): BenefitRule => ({
  benefit,
  need,
  letters,
  pattern,
})
const COVER = '(?:insurance|coverage|cover|plans?|benefits|care|cash plan)'

/** Earlier rules win. */
// biome-ignore format: a table
const RULES: BenefitRule[] = [
  rule('health_insurance', 'sure', 'pbkzms', /private (?:medical|health) ?(?:care|insurance|cover)?|bupa\b|krankenzusatzversicherung|private krankenversicherung|betriebliche krankenversicherung|zusatzversicherung|mutuelle\b|seguro (?:médico|de salud)|zorgverzekering/y),
  rule('health_insurance', 'offer', 'hm', new RegExp(`(?:health(?:care)?|medical)(?:(?:,| and| &|\\/)? ?(?:dental|vision|medical|life|health|,|and|&|\\/|rx)\\b,?)* ${COVER}\\b|(?:health|medical|healthcare)(?=(?:,| and| &|\\/|, and|, &) ?(?:dental|vision))|medical aid\\b|healthcare\\b(?= *(?:$|[\\n,.;(+]))|medical(?=, (?:dental|vision))|health(?=, and other benefits)`, 'y')),
  rule('dental_insurance', 'offer', 'd', new RegExp(`dental(?: ${COVER}\\b)?`, 'y')),
  rule('vision_insurance', 'offer', 'v', /vision (?:insurance|coverage|plans?|benefits|care)\b|vision\b(?=[,)]? (?:and|&|or) (?:dental|life|medical)|,? dental|, life|, 401|,? insurance|\)| *\n| *$)/y),
  rule('life_insurance', 'offer', 'ld', /life (?:insurance|assurance|cover)\b|life(?= (?:and|&) (?:disability|ad&d))|life(?=, (?:disability|ad&d|short|long|std|ltd))|death in service|lebensversicherung/y),
  rule('disability_insurance', 'offer', 'sldi', /(?:short|long)[ -](?:(?:and|&|\/) long[ -])?term disability|disability (?:insurance|coverage|cover|benefits)|income protection|std\b|ltd\b(?= (?:insurance|benefits|coverage))/y),
  rule('retirement_plan', 'sure', '4rabpesé', /401 ?\(?k\)?(?![\w])|403 ?\(?b\)?(?![\w])|rrsp\b|altersvorsorge|betriebliche (?:altersvorsorge|rente|vorsorge)|bav\b|pensioen(?:regeling|opbouw)?\b|(?<=plan de )pensiones|(?<=plan (?:d'|de )?)épargne|retirement (?:plans?|savings|benefits?|contributions?|match|program)|superannuation\b/y),
  rule('retirement_plan', 'offer', 'p', /pension\b(?! (?:funds|trustee|administ))/y),
  rule('sign_on_bonus', 'sure', 'sjw', /sign(?:ing)?[ -]?on (?:bonus|payment)|signing bonus|joining bonus|welcome bonus/y),
  rule('bonus', 'offer', 'b1wupi', /bonus(?:es)?\b(?! ?(?:points?|if|skills?|qualif|for:|:|would|when|experience|to have|\?|question))|profit[ -]shar(?:e|ing)|13th (?:month|salary)|weihnachtsgeld|urlaubsgeld|prämien?\b|intéressement/y),
  rule('commission', 'offer', 'c', /commissions?\b(?! (?:on|of|for|new|the|a|an|work|and decommission|regulation))/y),
  rule('equity', 'sure', 'srbvme', /stock[ -]?options?\b|share options?\b|rsus?\b|esop\b|espp\b|vsop\b|bspce\b|mitarbeiterbeteiligung|employee (?:stock|share) (?:options?|purchase|ownership|plan|scheme)|stock (?:purchase|grants?|awards?)|equity (?:package|grants?|compensation|participation|options?|stake|plan|program|eligib|refresh|for (?:all|every)|awards?|incentive)|shares? (?:scheme|plan|save|incentive)/y),
  rule('equity', 'offer', 'es', /equity\b(?!,? (?:and |& )?(?:diversity|inclusion|belonging|research|trad|sales|deriv|market|analyst|invest|partner|fund|firm|capital|in (?:education|health)|of|officer|lens|issues|-))|stock\b(?= (?:and|\+|plus|,)|[,)]| *$)/y),
  rule('relocation', 'sure', 'ru', /relocation (?:assistance|package|support|allowance|bonus|benefits?|reimbursement|stipend|help|expenses|budget|is (?:available|offered|provided)|available|offered|provided|costs)|umzugs(?:hilfe|kosten|unterstützung)/y),
  rule('relocation', 'offer', 'r', /relocation\b/y),
  rule('unlimited_time_off', 'sure', 'u', /unlimited (?:paid |annual |flexible )?(?:pto|vacations?|holidays?|time[ -]off|leave|days off|annual leave|sick)|unbegrenzte\w* urlaub/y),
  rule('paid_time_off', 'sure', 'putrcva', /paid (?:time[ -]off|vacations?|annual leave|holidays?|leave\b|days off|sick|public holidays)|pto\b|urlaubstage|tage urlaub|congés payés|rtt\b|vakantiedagen|annual leave\b|vacation (?:days|time|pay|allowance|leave)|holiday (?:allowance|entitlement|pay)/y),
  rule('paid_time_off', 'offer', 'vhuc', /vacations?\b(?! (?:rental|package|planner|home|ownership|club|travel))|holidays?\b(?! (?:season|park|home|rental|cover|compan|let|maker|destin|resort|schedule|booking|shift))|urlaub\b|vacaciones\b|congés\b/y),
  rule('parental_leave', 'sure', 'mpc', /(?:parental|maternity|paternity)(?: (?:and|&|or) (?:parental|maternity|paternity|family|adoption))?(?:\/paternity|\/parental|\/maternity)? (?:leave|pay|benefits|policy|policies)\b(?! cover)|congé parental|ouderschapsverlof/y),
  rule('parental_leave', 'offer', 'fe', /family leave\b|elternzeit\b/y),
  rule('sabbatical', 'offer', 's', /sabbaticals?\b/y),
  rule('flexible_hours', 'sure', 'fgh', /flexible (?:working |work |office )?(?:hours|schedul(?:e|es|ing)|times?)\b|flexible working\b|flexible work (?:arrangements?|environment|culture|policy|options)|flexi-?time\b|flextime\b|flexi hours|gleitzeit\w*|flexible arbeitszeit\w*|horaires flexibles|horario flexible|flexibele werk\w*/y),
  rule('four_day_week', 'sure', '43vs', /(?:4|four)[ -]day (?:work(?:ing)?[ -]?)?week\b|(?:4|vier)-?tage-?woche|semaine de (?:4|quatre) jours|semana de (?:4|cuatro) días|32[ -]hours? (?:work(?:ing)? ?)?week/y),
  rule('learning_budget', 'sure', 'pletcwob', /(?:personal )?(?:learning|training|education(?:al)?|professional development|conference|continuing education)(?:(?: (?:and|&) | ?[&/] ?)(?:development|learning|training|education|conference|growth))? (?:budget|stipend|allowance|fund|reimbursement|assistance|credit)\b|tuition (?:reimbursement|assistance|support|aid)|weiterbildungsbudget|opleidingsbudget|(?<=development )budget\b|budget (?:de )?formation|presupuesto (?:de|para) formación/y),
  rule('learning_budget', 'offer', 'wceb', /weiterbildung\w*|continuing education\b|budget (?:for|for your) (?:training|learning|books|conferences|courses)/y),
  rule('equipment_budget', 'sure', 'heciwl', /(?:home[ -]?office|equipment|hardware|workstation|laptop)(?: and \w+)?(?: set-?up)? (?:budget|stipend|allowance|reimbursement|fund)\b|choice of (?:mac|pc|laptop|equipment|hardware|computer|tech\b|os\b)|internet (?:stipend|allowance|reimbursement)|laptop of your choice/y),
  rule('equipment_budget', 'offer', 'mehlb', /macbooks?\b|home[ -]office set-?up|equipment (?:provided|of your choice)|laptop (?:provided|and)|budget (?:for|for your) (?:equipment|hardware|home office)/y),
  rule('mental_health', 'sure', 'e', /employee assistance (?:program|scheme|plan)\w*|eap\b/y),
  rule('mental_health', 'offer', 'mt', /mental health\b|therapy (?:sessions|stipend|benefits)/y),
  rule('wellness', 'sure', 'wgfum', /(?:wellness|well-?being|gym|fitness)(?: and \w+)? (?:stipend|budget|allowance|reimbursement|membership|subsidy|discount|program(?:me)?s?|days?|fund|perks|benefits?)\b|gym (?:access|pass|card|contribution)|wellpass\b|urban sports|multisport\w*/y),
  rule('wellness', 'offer', 'wgfy', /wellness\b|gym\b|fitnessstudio\w*|fitness ?studio|yoga\b/y),
  rule('meals', 'sure', 'fcslmte', /(?:free|catered|subsidi[sz]ed|complimentary) (?:[a-z]+,? (?:and |& )?)?(?:lunch(?:es)?|meals?|food|breakfasts?|snacks?|dinners?|drinks|coffee|fruit)\b|(?:lunch|meal|food) (?:vouchers?|allowance|stipend|tickets?|cards?|credit|subsidy)|meals? (?:provided|included)|lunch(?:es)? (?:provided|included)|tickets? restaurants?|titres?[ -]restaurants?|essenszuschuss|stravenky/y),
  rule('meals', 'offer', 'lskmf', /lunch(?:es)?\b|snacks\b|kantine\b|meals\b|food\b(?= (?:\(|budget))/y),
  rule('commuter', 'sure', 'ctsjdb', /commut(?:er|ers|ing|ation)s? (?:benefits?|stipend|allowance|assistance|subsid\w+|reimbursement|pass|costs)|cycle[ -](?:to|2)[ -]work|bike[ -]to[ -]work|(?:transport|transit)(?:ation)? (?:allowance|subsidy|pass|card|stipend|benefits?)|season ticket|jobticket|deutschlandticket|job-?rad\b/y),
  rule('commuter', 'offer', 'öbt', /öpnv\w*|bike leasing|transit\b(?= *(?:$|\n))/y),
  rule('company_car', 'sure', 'cfdvla', /car allowance|(?:firmen|dienst)wagen\w*|voiture de fonction|coche de empresa|leaseauto|auto van de zaak/y),
  rule('company_car', 'offer', 'cv', /(?<=company )(?:cars?|vehicle|van)\b|car (?:scheme|provided)/y),
  rule('childcare', 'sure', 'codk', /child ?care (?:vouchers?|benefits?|support|assistance|allowance|stipend|subsid\w+|reimbursement|discount|scheme)|dependent care|on-?site (?:childcare|daycare|nursery)|kita-?zuschuss\w*/y),
  rule('childcare', 'offer', 'cdkgn', /child ?care\b|daycare\b|kinderbetreuung\w*|crèche\b|guardería|nursery (?:scheme|vouchers)/y),
  rule('pet_friendly', 'sure', 'dpbh', /(?:dog|pet)s?[ -]friendly(?: offices?)?|dogs? (?:are )?(?:welcome|in the office|allowed)|(?<=bring your (?:own )?)(?:dogs?|pets?)\b|pets (?:are )?(?:welcome|allowed)|pet insurance|bürohunde?\b|hunde (?:sind )?(?:willkommen|erlaubt)/y),
]

/** The rules whose patterns may begin with a letter or digit. */
export const RULES_BY_LETTER: ReadonlyMap<string, BenefitRule[]> = byLetter()

function byLetter(): Map<string, BenefitRule[]> {
  const letters = new Map<string, BenefitRule[]>()
  for (const entry of RULES) {
    for (const letter of entry.letters) letters.set(letter, [...(letters.get(letter) ?? []), entry])
  }
  return letters
}
