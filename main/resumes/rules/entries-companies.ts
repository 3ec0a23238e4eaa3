import { foldWord } from './dates-words.ts'

/** What tells the name of a company, an office or a school from other words. */

/** Legal forms, as a word at the end of a name or before a comma. */
const LEGAL =
  /(?:^|[\s,.(])(?:g?gmbh|mbh|kgaa|ohg|gbr|e\.\s?k\.?|e\.\s?v\.?|inc|incorporated|llc|l\.l\.c|llp|ltd|limited|plc|corp|corporation|company|pty|pvt|s\.\s?a\.?|s\.\s?a\.\s?s\.?|sasu|sarl|s\.\s?a\.\s?r\.\s?l\.?|eurl|s\.\s?l\.?|s\.\s?l\.\s?u\.?|b\.v\.?|n\.v\.?|a\/s|aps|spa|s\.p\.a\.?|srl|s\.r\.l\.?|sp\. z o\.o\.?|kft|sro|s\.r\.o\.?|ltda|& co)\.?(?=$|[\s,)&])/i
/** Those that are also words, or letters of American states, count in capitals only. */
const LEGAL_LETTERS =
  /(?:^|[\s(])(?:AG|KG|SE|UG|SAS|SA|SL|SLU|BV|NV|BVBA|Oy|OY|AB|AS|LP|Co\.)(?=$|[\s,)&])|, (?:AG|SE|Co\.)(?=$|[\s,)])/
/** "Ann & Sons", "Weber & Partner": a head count of people, and no title. */
const FAMILY =
  /\s(?:&|und|and|et|y)\s(?:partners?|sons?|söhne|sohn|brothers|bros|fils|filles|frères|hijos|cie|associates|associés|asociados|kollegen|co)\b/i

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Words that name what kind of house it is; folded. */
const HOUSES = words(`
  university universitat universite universidad universita universiteit universitatsklinikum college school schools academy institute
  institut institution instituto hospital hospitals hospice clinic clinics klinik klinikum kliniken krankenhaus clinica clinique practice surgery
  pharmacy apotheke pharmacie farmacia bank banque banco sparkasse volksbank insurance versicherung versicherungen group groupe
  gruppe grupo holding holdings solutions technologies technology systems labs laboratories laboratory laboratoire
  laboratorio foundation stiftung fondation fundacion agency agence agentur agencia studio studios estudio restaurant
  restaurante hotel hotels cafe bistro bakery backerei boulangerie ministry ministere ministerium ministerio council
  authority federal trust nhs army navy force partners consulting consultants consultores services servicios industries
  industrie industria enterprises ventures capital media logistics logistik logistique logistica werke werk verlag editions editorial
  press publishing schule grundschule gymnasium realschule gesamtschule hochschule fachhochschule berufsschule kindergarten kita praxis kanzlei
  ayuntamiento diputacion junta colegio ceip ies escuela mairie lycee ecole universitaire centre center centro chu maison association
  verein verband club union society federation commission parliament council embassy airlines airways railway railways energy energie
  pharma pharmaceuticals foods supermarket supermarkt markt store stores shop boutique market mart motors autohaus autohaus bau anlagenbau
  maschinenbau software networks network communications telecom airport port stadt stadtwerke landkreis landratsamt amt gemeinde
  museum theater theatre library bibliothek startup imprenta taller talleres garage brewery brauerei winery farm farms
  transport transports spedition freight shipping international worldwide global deutschland france espana usa uk europe
  corps initiative charity church diocese parish county district conseil consulate consulado embajada caisse mutuelle assurances
  seguros inmobiliaria immobilien immobilier realty properties construction constructions construcciones logiciels softwares
  distribution distribuciones fulfillment haulage manufacturing nursery residence residencia residenz seniorenheim pflegeheim altenheim
  laboratoires cliniques informatique informatica ingenieurburo steuerberatung rechtsanwalte notariat avocats abogados associates brothers sons
  team tv radio zeitung journal magazine
  bibliotheque mediatheque biblioteca mediathek librairie libreria bookshop cegep laiterie fromagerie cooperative cooperativa genossenschaft kooperative
  hopital clinique creche garderie ehpad brasserie imprimerie usine chantiers scierie cabinet huissier tribunal prefecture
  teatro hospital panaderia carniceria papelera constructora consultorio despacho bufete gestoria asesoria juzgado cooperativas
  court council tribunal landgericht amtsgericht estates borough
`)
/** What lies inside a house; beside the house itself it is no company. */
const PARTS_OF_HOUSES = words(
  `department dept division unit faculty abteilung lehrstuhl fakultat faculte facultad departamento departement service`,
)
const HOUSE_ENDINGS =
  /(?:werke?|werk|verwaltung|direktion|behorde|gericht|muhle|bau|bank|haus|klinik|klinikum|schule|verlag|gruppe|markt|kasse|dienste?|technik|systeme|gesellschaft|verein|verband|stiftung|heim|hof|soft|tech|labs?|ware|corp|net|logistik|hotel|apotheke|backerei|brauerei|versicherung(?:en)?|universitat|akademie|institut|ministerium|amt|buro|agentur|zentrum|werkstatt|weberei|molkerei|druckerei|schreinerei|tischlerei|metzgerei|gartnerei|reederei|werft|giesserei|raffinerie)$/

/** Words of a person who works for himself; a company where nothing else is named. */
const OWN =
  /^(?:self[- ]?employed|freelance|freelancer|independent|selbst(?:st)?[aä]ndig(?:e|er)?|freiberuflich|ind[eé]pendante?|aut[oó]nomo|aut[oó]noma|por cuenta propia|à mon compte|various(?: clients)?|diverse(?: kunden)?)$/i

const WORD = /[\p{L}\p{M}\p{N}]+(?:[.'’&-][\p{L}\p{M}\p{N}]+)*/gu

/** Whether a text says that somebody worked for himself. */
export const isOwnWork = (text: string): boolean => OWN.test(text.trim())

/** Whether a text holds a legal form: nothing but a company does. */
export const hasLegalForm = (text: string): boolean => {
  const short = text.slice(0, 160)
  return LEGAL.test(short) || LEGAL_LETTERS.test(short) || FAMILY.test(short)
}

/** A firm that is named after its people: "Weber & Partner". */
export const isFamilyName = (text: string): boolean => FAMILY.test(text.slice(0, 160))

/** How much a text reads as the name of a company or another house: from −1 to about 3. */
export function companyScore(text: string): number {
  const short = text.slice(0, 160)
  const parts = short.match(WORD) ?? []
  if (parts.length === 0) return -1
  if (hasLegalForm(short)) return 2.6
  const folded = parts.map(foldWord)
  let score = 0
  if (folded.some(part => HOUSES.has(part))) score = 1.5
  else if (folded.some(part => PARTS_OF_HOUSES.has(part))) score = 0.3
  else if (folded.some(part => part.length > 6 && HOUSE_ENDINGS.test(part))) score = 0.9
  else if (isOwnWork(short)) score = 0.6
  else if (isName(parts)) score = 0.4
  else score = parts.length > 1 && /^\p{Lu}\p{Ll}+ed$/u.test(parts[0] ?? '') ? -1 : -0.4
  if (parts.length > 9) score -= 0.8
  return score
}

/** Words as names have them: all with capitals but the small ones between. */
function isName(parts: readonly string[]): boolean {
  return parts.every(part => /^[\p{Lu}\p{N}]/u.test(part) || part.length <= 3 || /\p{Ll}\p{Lu}/u.test(part))
}
