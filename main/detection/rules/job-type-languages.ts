import type { JobType } from '../../contract/values.ts'
import { type Finding, findingAt } from './finding.ts'
import { after, before, type ReadText } from './text.ts'

/**
 * Sentences on the kind of employment in German, French, Spanish, Dutch, Italian, Portuguese, Polish and Czech.
 * English texts never come here. Of several statements the rarer kind counts: "befristet, Vollzeit" is temporary.
 */
const KINDS: [JobType, RegExp, number][] = [
  [
    'contract',
    /freiberufliche\w{0,14} (?:basis|mitarbeit|tätigkeit|berater)|(?:als|auf) freiberufl\w{1,14}|auf honorarbasis|als freie[rn]? mitarbeit|(?:als|auf) selbst(?:st)?ändige\w{0,14}(?: basis)?(?= [^.\n]{0,20}(?:basis|vertret|partner))|portage salarial|auto-?entrepreneur|(?:en|mission|contrat|statut)(?: de| en| d')? ?(?:freelance|indépendant)(?![a-zà-ž])|(?:contrato|contratación|contratação|vinculación|modalidad|régimen)(?: es| será)? (?:por|de|mediante|em) (?:prestación|prestação) de servi[cç]i?os|(?:como|contrato|colaboración|modalidad)(?: de| como)? (?:freelance|autónomo)(?![a-zà-ž])|por honorarios|\bzzp\b|zzp'?ers?\b|als zelfstandige\b|zelfstandige (?:voor|interim|zonder)|zelfstandig ondernemer|freelance (?:basis|opdracht)|(?:a|con) partita iva|contrata[cç][aã]o (?:como )?pj\b|\b(?:como|regime) pj\b|pessoa jurídica|recibos verdes|umow[\wà-ž]{1,14} (?:zleceni[\wà-ž]{0,14}|o dzieło)|kontrakt b2b|samozatrudnieni[\wà-ž]{1,14}|na ičo\b|na živnost\w{0,14}|\bosvč\b/,
    0.7,
  ],
  [
    'internship',
    /praktikums(?:platz|vergütung|stelle)|(?:suchen|als) (?:wir )?(?:[\wäöüß]{1,14} ){0,4}praktikant|(?:dieses|unser|das|dein|ihr|ein|pflicht-?) ?praktikum (?:dauert|umfasst|beginnt|ist|im|in|bei|von)|convention de stage|stage (?:conventionné|rémunéré|gratifié|de fin d'études|d'une durée|de (?:\d|deux|trois|quatre|cinq|six))|(?:cherch|recrut|accueill)\w{1,14} (?:un|une|un\(e\)|notre|nos|un-e|un·e|\w{1,14}) (?:[\wà-ž()]{1,14} )?(?:stagiaire|alternant|apprenti)|(?:contrat|poste|offre) (?:en |d'|de )?(?:alternance|apprentissage|professionnalisation)|en alternance(?! avec)|gratification de stage|convenio de prácticas|(?:plaza|periodo|contrato|programa) (?:de|en) prácticas|prácticas (?:remuneradas|curriculares|extracurriculares|profesionales de|de \d)|beca (?:de|remunerada)[^.\n]{0,12}(?:meses|prácticas|formación)|pasantía|(?:afstudeer|meeloop|meewerk|oriëntatie|snuffel)stage|stage(?:plek|plaats|opdracht|vergoeding)\b|(?:zoeken|zoekt)[^.\n]{0,40}stagiair|tirocini[oa]|stage (?:retribuit\w|curricular\w|extracurricular\w)|stage di \w{1,14} mesi|(?:vaga|programa|contrato|bolsa)(?: de|-) ?estágio|(?:płatn[\wà-ž]{1,14}|odpłatn[\wà-ž]{1,14}|letni[\wà-ž]{0,14}) (?:staż|praktyk)|placen[\wà-ž]{1,14} stáž/,
    0.68,
  ],
  [
    'temporary',
    /(?<![\wn])befristet(?:e[rsnm]?)?\b|saison(?:stelle|arbeit|kraft|kräfte|vertrag|job|anstellung)|ferialjob|(?:über|in|per|durch|der|von) (?:zeitarbeit|arbeitnehmerüberlassung)|(?:mutterschutz|mutterschafts|elternzeit|schwangerschafts|karenz)vertretung|durée déterminée|(?<!cdi(?: ou |\/| \/ |, ))\bcdd\b|mission (?:en |d'|de type )?intérim|en intérim|contrat (?:de travail )?temporaire|(?:contrat|emploi|poste|travail) saisonnier|emploi d'été|remplacement (?:de |d'un |d'une )?(?:congé|maladie)|contrato (?:de duración )?(?:temporal|eventual|de sustitución|de interinidad|de temporada|de relevo)|(?:término|plazo) fijo|(?:tiempo|plazo|duración|prazo) determinad[oa]|por obra (?:o labor|y servicio|determinada)|por temporada|tijdelijke? (?:contract|aanstelling|dienstverband|baan|functie|job|vervanging|opdracht)|(?<!on)bepaalde (?:duur|tijd)|uitzend(?:contract|basis|baan|werk|overeenkomst)|via (?:een )?uitzendbureau|seizoens?(?:werk|kracht|arbeid|contract|baan)|zwangerschapsvervanging|interim(?:contract|arbeid)|tempo determinato|(?:contratto|lavoro) stagionale|somministrazione|sostituzione (?:di )?maternità|(?:contrato|trabalho|vaga|emprego) tempor[áa]ri[oa]|termo certo|(?<!nie)określony|na zastępstwo|prac[ayęą] (?:tymczasow|sezonow)|(?<!ne)určit(?:ou|á|é)(?= ?[,.;)\n]|$)|na dobu určitou|sezónní (?:práce|výpomoc)/,
    0.7,
  ],
  [
    'full-time',
    /(?<![\wà-ž-])(?:vollzeit(?!äquivalent)|temps (?:plein|complet)|(?:jornada|tiempo) complet[oa]|fulltime|voltijdse?|voltijds|tempo pieno|(?:período|periodo|tempo) integral|pełn\w{1,14} (?:etat|wymiar)\w{0,14}|pln(?:ý|ého|ém) úvaz\w{1,14}|hpp|hlavní(?:ho)? pracovní(?:ho)? poměr\w{0,14})(?![\wà-ž])/,
    0.75,
  ],
  [
    'part-time',
    /(?<![\wà-ž-])(?:teilzeit(?![\wäöü-]| (?:ist |wäre |auch )?möglich)|minijob\w{0,14}|geringfügige? beschäftigung|aushilfe(?= auf)|temps partiel|mi-temps|temps non complet|job étudiant|media jornada|medio tiempo|jornada (?:parcial|reducida)|tiempo parcial|parttime(?! (?:student|studie))|(?:orario|contratto|lavoro|impiego|contrato|jornada|trabajo|empleo|horário|indeterminato|indefinido|determinato),? (?:di lavoro )?part[- ]time|deeltijdse?|deeltijd|halftijdse?|bijbaan(?:tje)?|bijbanen|jobstudent\w{0,14}|studentenjob|flexi-?job|zaterdag(?:hulp|baan)|tempo parziale|meio (?:período|turno)|tempo parcial|pół etatu|(?:część|niepełn\w{1,14}|½|3\/4) (?:etat|wymiar)\w{0,14}|zkrácen(?:ý|ého|ém) úvaz\w{1,14}|částečn(?:ý|ého|ém) úvaz\w{1,14}|brigád[\wà-ž]{1,14}|dpp|dpč)(?![\wà-ž])/,
    0.7,
  ],
  [
    'full-time',
    /(?<![\wà-ž-])(?:unbefristete?[rsnm]?|festanstellung|feste anstellung|durée indéterminée|cdi|poste permanent|contrato (?:laboral )?indefinido|indefinido desde|término indefinido|tiempo indeterminado|duración indefinida|(?:puesto|contrato|plaza|empleo) fij[oa]|vaste? (?:contract|dienstverband|aanstelling|baan|job)|onbepaalde (?:duur|tijd)|tempo indeterminato|clt|contrato sem termo|contratação efetiva|nieokreślony|umow[\wà-ž] (?:o )?prac[ęy]|dob[au] neurčit\w{1,14})(?![\wà-ž])/,
    0.65,
  ],
]

/** What the job is not: work of others, what may come later, an offer beside it. */
const LATER =
  /(?:übernahme|chancen? auf|aussicht auf|option auf|posibilidad de|con opción a|possibilité (?:de|d'un)|evolution vers|évolution vers|débouch\w{1,14} sur|uitzicht op(?: een)?|kans op(?: een)?|intentie [^.\n]{0,20}|later (?:een )?|prospettiva di|możliwość|anleitung (?:von|der)|betreuung (?:von|der)|encadr\w{1,14} (?:de |des |d'un )?|begeleid\w{1,14} van|keine|kein|aucun|geen|ohne|elternzeit|eltern)\s[\wà-ž]{0,12}\s?$/

/** What the sentences of a text that is not English say of the kind of employment. */
export function typeInOtherLanguages(text: ReadText): Finding<JobType> | null {
  for (const [type, pattern, confidence] of KINDS) {
    const match = firstOwn(text, pattern)
    if (match) return findingAt(type, text, match, confidence)
  }
  return null
}

const MOST = 6

/** The first match that is about the job itself. */
function firstOwn(text: ReadText, pattern: RegExp): RegExpExecArray | null {
  let from = 0
  for (let seen = 0; seen < MOST; seen++) {
    const match = pattern.exec(from === 0 ? text.lower : text.lower.slice(from))
    if (!match) return null
    match.index += from
    from = match.index + match[0].length
    const other =
      LATER.test(before(text, match.index, 44)) ||
      /^[\w-]{0,3}\s(?:erfahrung|expérience|experiencia|ervaring|esperienza)/.test(after(text, from, 20))
    if (!other) return match
  }
  return null
}
