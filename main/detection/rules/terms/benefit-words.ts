import type { Benefit } from '../../../contract/terms.ts'
import { addWakers, WAKING_LETTERS } from '../marks.ts'

/**
 * How much a phrase needs to count: `sure` stands alone unless the sentence speaks of a product; `offer` must stand in a
 * list or sentence of what is offered, or beside another benefit.
 */
export type Need = 'sure' | 'offer'

export interface BenefitRule {
  benefit: Benefit
  need: Need
  /** Sticky. */
  pattern: RegExp
}

const BY_WORD = new Map<string, BenefitRule[]>()

/** Adds a rule under the words with which its pattern begins. */
function rule(benefit: Benefit, need: Need, words: string, pattern: RegExp): void {
  const keys = new Set(words.split(' ').map(word => word.slice(0, WAKING_LETTERS)))
  addWakers('benefits', keys)
  for (const key of keys) BY_WORD.set(key, [...(BY_WORD.get(key) ?? []), { benefit, need, pattern }])
}

const BEGINNING = new RegExp(`[a-z0-9\\u00df-\\u017f]{0,${WAKING_LETTERS}}`, 'y')

/** The rules whose patterns may begin with the word at an offset; earlier ones win. */
export function rulesAt(lower: string, at: number): readonly BenefitRule[] {
  BEGINNING.lastIndex = at
  return BY_WORD.get(BEGINNING.exec(lower)?.[0] ?? '') ?? []
}

const COVER = '(?:insurance|coverage|cover|plans?|benefits|care|cash plan)'

/** Earlier rules win. */
rule(
  'health_insurance',
  'sure',
  'private bupa krankenzusatzversicherung betriebliche zusatzversicherung mutuelle seguro zorgverzekering',
  /private (?:medical|health) ?(?:care|insurance|cover)?|bupa\b|krankenzusatzversicherung|private krankenversicherung|betriebliche krankenversicherung|zusatzversicherung|mutuelle\b|seguro (?:médico|de salud)|zorgverzekering/y,
)
rule(
  'health_insurance',
  'offer',
  'health healthcare medical',
  new RegExp(
    `(?:health(?:care)?|medical)(?:(?:,| and| &|\\/)? ?(?:dental|vision|medical|life|health|,|and|&|\\/|rx)\\b,?)* ${COVER}\\b|(?:health|medical|healthcare)(?=(?:,| and| &|\\/|, and|, &) ?(?:dental|vision))|medical aid\\b|healthcare\\b(?= *(?:$|[\\n,.;(+]))|medical(?=, (?:dental|vision))|health(?=, and other benefits)`,
    'y',
  ),
)
rule('dental_insurance', 'offer', 'dental', new RegExp(`dental(?: ${COVER}\\b)?`, 'y'))
rule(
  'vision_insurance',
  'offer',
  'vision',
  /vision (?:insurance|coverage|plans?|benefits|care)\b|vision\b(?=[,)]? (?:and|&|or) (?:dental|life|medical)|,? dental|, life|, 401|,? insurance|\)| *\n| *$)/y,
)
rule(
  'life_insurance',
  'offer',
  'life death lebensversicherung',
  /life (?:insurance|assurance|cover)\b|life(?= (?:and|&) (?:disability|ad&d))|life(?=, (?:disability|ad&d|short|long|std|ltd))|death in service|lebensversicherung/y,
)
rule(
  'disability_insurance',
  'offer',
  'short long disability income std ltd',
  /(?:short|long)[ -](?:(?:and|&|\/) long[ -])?term disability|disability (?:insurance|coverage|cover|benefits)|income protection|std\b|ltd\b(?= (?:insurance|benefits|coverage))/y,
)
rule(
  'retirement_plan',
  'sure',
  '401 401k 403 403b rrsp altersvorsorge betriebliche bav pensioen pensioenregeling pensiones épargne retirement superannuation',
  /401 ?\(?k\)?(?![\w])|403 ?\(?b\)?(?![\w])|rrsp\b|altersvorsorge|betriebliche (?:altersvorsorge|rente|vorsorge)|bav\b|pensioen(?:regeling|opbouw)?\b|(?<=plan de )pensiones|(?<=plan (?:d'|de )?)épargne|retirement (?:plans?|savings|benefits?|contributions?|match|program)|superannuation\b/y,
)
rule('retirement_plan', 'offer', 'pension', /pension\b(?! (?:funds|trustee|administ))/y)
rule(
  'sign_on_bonus',
  'sure',
  'sign signing joining welcome',
  /sign(?:ing)?[ -]?on (?:bonus|payment)|signing bonus|joining bonus|welcome bonus/y,
)
rule(
  'bonus',
  'offer',
  'bonus bonuses profit 13th weihnachtsgeld urlaubsgeld prämie prämien intéressement',
  /bonus(?:es)?\b(?! ?(?:points?|if|skills?|qualif|for:|:|would|when|experience|to have|\?|question))|profit[ -]shar(?:e|ing)|13th (?:month|salary)|weihnachtsgeld|urlaubsgeld|prämien?\b|intéressement/y,
)
rule(
  'commission',
  'offer',
  'commission commissions',
  /commissions?\b(?! (?:on|of|for|new|the|a|an|work|and decommission|regulation))/y,
)
rule(
  'equity',
  'sure',
  'stock share shares rsu rsus esop espp vsop bspce mitarbeiterbeteiligung employee equity',
  /stock[ -]?options?\b|share options?\b|rsus?\b|esop\b|espp\b|vsop\b|bspce\b|mitarbeiterbeteiligung|employee (?:stock|share) (?:options?|purchase|ownership|plan|scheme)|stock (?:purchase|grants?|awards?)|equity (?:package|grants?|compensation|participation|options?|stake|plan|program|eligib|refresh|for (?:all|every)|awards?|incentive)|shares? (?:scheme|plan|save|incentive)/y,
)
rule(
  'equity',
  'offer',
  'equity stock',
  /equity\b(?!,? (?:and |& )?(?:diversity|inclusion|belonging|research|trad|sales|deriv|market|analyst|invest|partner|fund|firm|capital|in (?:education|health)|of|officer|lens|issues|-))|stock\b(?= (?:and|\+|plus|,)|[,)]| *$)/y,
)
rule(
  'relocation',
  'sure',
  'relocation umzugshilfe umzugskosten umzugsunterstützung',
  /relocation (?:assistance|package|support|allowance|bonus|benefits?|reimbursement|stipend|help|expenses|budget|is (?:available|offered|provided)|available|offered|provided|costs)|umzugs(?:hilfe|kosten|unterstützung)/y,
)
rule('relocation', 'offer', 'relocation', /relocation\b/y)
rule(
  'unlimited_time_off',
  'sure',
  'unlimited unbegrenzte',
  /unlimited (?:paid |annual |flexible )?(?:pto|vacations?|holidays?|time[ -]off|leave|days off|annual leave|sick)|unbegrenzte\w* urlaub/y,
)
rule(
  'paid_time_off',
  'sure',
  'paid pto urlaubstage tage congés rtt vakantiedagen annual vacation holiday',
  /paid (?:time[ -]off|vacations?|annual leave|holidays?|leave\b|days off|sick|public holidays)|pto\b|urlaubstage|tage urlaub|congés payés|rtt\b|vakantiedagen|annual leave\b|vacation (?:days|time|pay|allowance|leave)|holiday (?:allowance|entitlement|pay)/y,
)
rule(
  'paid_time_off',
  'offer',
  'vacation vacations holiday holidays urlaub vacaciones congés',
  /vacations?\b(?! (?:rental|package|planner|home|ownership|club|travel))|holidays?\b(?! (?:season|park|home|rental|cover|compan|let|maker|destin|resort|schedule|booking|shift))|urlaub\b|vacaciones\b|congés\b/y,
)
rule(
  'parental_leave',
  'sure',
  'parental maternity paternity congé ouderschapsverlof',
  /(?:parental|maternity|paternity)(?: (?:and|&|or) (?:parental|maternity|paternity|family|adoption))?(?:\/paternity|\/parental|\/maternity)? (?:leave|pay|benefits|policy|policies)\b(?! cover)|congé parental|ouderschapsverlof/y,
)
rule('parental_leave', 'offer', 'family elternzeit', /family leave\b|elternzeit\b/y)
rule('sabbatical', 'offer', 'sabbatical sabbaticals', /sabbaticals?\b/y)
rule(
  'flexible_hours',
  'sure',
  'flexible flexi flexitime flextime gleitzeit horaires horario flexibele',
  /flexible (?:working |work |office )?(?:hours|schedul(?:e|es|ing)|times?)\b|flexible working\b|flexible work (?:arrangements?|environment|culture|policy|options)|flexi-?time\b|flextime\b|flexi hours|gleitzeit\w*|flexible arbeitszeit\w*|horaires flexibles|horario flexible|flexibele werk\w*/y,
)
rule(
  'four_day_week',
  'sure',
  '4 four vier semaine semana 32',
  /(?:4|four)[ -]day (?:work(?:ing)?[ -]?)?week\b|(?:4|vier)-?tage-?woche|semaine de (?:4|quatre) jours|semana de (?:4|cuatro) días|32[ -]hours? (?:work(?:ing)? ?)?week/y,
)
rule(
  'learning_budget',
  'sure',
  'personal learning training education educational professional conference continuing tuition weiterbildungsbudget opleidingsbudget budget presupuesto',
  /(?:personal )?(?:learning|training|education(?:al)?|professional development|conference|continuing education)(?:(?: (?:and|&) | ?[&/] ?)(?:development|learning|training|education|conference|growth))? (?:budget|stipend|allowance|fund|reimbursement|assistance|credit)\b|tuition (?:reimbursement|assistance|support|aid)|weiterbildungsbudget|opleidingsbudget|(?<=development )budget\b|budget (?:de )?formation|presupuesto (?:de|para) formación/y,
)
rule(
  'learning_budget',
  'offer',
  'weiterbildung continuing budget',
  /weiterbildung\w*|continuing education\b|budget (?:for|for your) (?:training|learning|books|conferences|courses)/y,
)
rule(
  'equipment_budget',
  'sure',
  'home equipment hardware workstation laptop choice internet',
  /(?:home[ -]?office|equipment|hardware|workstation|laptop)(?: and \w+)?(?: set-?up)? (?:budget|stipend|allowance|reimbursement|fund)\b|choice of (?:mac|pc|laptop|equipment|hardware|computer|tech\b|os\b)|internet (?:stipend|allowance|reimbursement)|laptop of your choice/y,
)
rule(
  'equipment_budget',
  'offer',
  'macbook macbooks home equipment laptop budget',
  /macbooks?\b|home[ -]office set-?up|equipment (?:provided|of your choice)|laptop (?:provided|and)|budget (?:for|for your) (?:equipment|hardware|home office)/y,
)
rule('mental_health', 'sure', 'employee eap', /employee assistance (?:program|scheme|plan)\w*|eap\b/y)
rule('mental_health', 'offer', 'mental therapy', /mental health\b|therapy (?:sessions|stipend|benefits)/y)
rule(
  'wellness',
  'sure',
  'wellness well wellbeing gym fitness wellpass urban multisport',
  /(?:wellness|well-?being|gym|fitness)(?: and \w+)? (?:stipend|budget|allowance|reimbursement|membership|subsidy|discount|program(?:me)?s?|days?|fund|perks|benefits?)\b|gym (?:access|pass|card|contribution)|wellpass\b|urban sports|multisport\w*/y,
)
rule(
  'wellness',
  'offer',
  'wellness gym fitnessstudio fitness yoga',
  /wellness\b|gym\b|fitnessstudio\w*|fitness ?studio|yoga\b/y,
)
rule(
  'meals',
  'sure',
  'free catered subsidized subsidised complimentary lunch lunches meal meals food tickets ticket titres essenszuschuss stravenky',
  /(?:free|catered|subsidi[sz]ed|complimentary) (?:[a-z]+,? (?:and |& )?)?(?:lunch(?:es)?|meals?|food|breakfasts?|snacks?|dinners?|drinks|coffee|fruit)\b|(?:lunch|meal|food) (?:vouchers?|allowance|stipend|tickets?|cards?|credit|subsidy)|meals? (?:provided|included)|lunch(?:es)? (?:provided|included)|tickets? restaurants?|titres?[ -]restaurants?|essenszuschuss|stravenky/y,
)
rule(
  'meals',
  'offer',
  'lunch lunches snacks kantine meals food',
  /lunch(?:es)?\b|snacks\b|kantine\b|meals\b|food\b(?= (?:\(|budget))/y,
)
rule(
  'commuter',
  'sure',
  'commuter commuters commuting commutation cycle bike transport transportation transit season jobticket deutschlandticket jobrad',
  /commut(?:er|ers|ing|ation)s? (?:benefits?|stipend|allowance|assistance|subsid\w+|reimbursement|pass|costs)|cycle[ -](?:to|2)[ -]work|bike[ -]to[ -]work|(?:transport|transit)(?:ation)? (?:allowance|subsidy|pass|card|stipend|benefits?)|season ticket|jobticket|deutschlandticket|job-?rad\b/y,
)
rule('commuter', 'offer', 'öpnv bike transit', /öpnv\w*|bike leasing|transit\b(?= *(?:$|\n))/y)
rule(
  'company_car',
  'sure',
  'car firmenwagen dienstwagen voiture coche leaseauto auto',
  /car allowance|(?:firmen|dienst)wagen\w*|voiture de fonction|coche de empresa|leaseauto|auto van de zaak/y,
)
rule(
  'company_car',
  'offer',
  'car cars vehicle van',
  /(?<=company )(?:cars?|vehicle|van)\b|car (?:scheme|provided)/y,
)
rule(
  'childcare',
  'sure',
  'childcare child dependent onsite kitazuschuss kita',
  /child ?care (?:vouchers?|benefits?|support|assistance|allowance|stipend|subsid\w+|reimbursement|discount|scheme)|dependent care|on-?site (?:childcare|daycare|nursery)|kita-?zuschuss\w*/y,
)
rule(
  'childcare',
  'offer',
  'childcare child daycare kinderbetreuung crèche guardería nursery',
  /child ?care\b|daycare\b|kinderbetreuung\w*|crèche\b|guardería|nursery (?:scheme|vouchers)/y,
)
rule(
  'pet_friendly',
  'sure',
  'dog dogs pet pets bürohund bürohunde hunde',
  /(?:dog|pet)s?[ -]friendly(?: offices?)?|dogs? (?:are )?(?:welcome|in the office|allowed)|(?<=bring your (?:own )?)(?:dogs?|pets?)\b|pets (?:are )?(?:welcome|allowed)|pet insurance|bürohunde?\b|hunde (?:sind )?(?:willkommen|erlaubt)/y,
)
