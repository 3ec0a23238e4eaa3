import type { SeniorityLevel } from '../../contract/values.ts'
import type { Finding } from './finding.ts'
import type { LabelledValue } from './labels.ts'
import type { ReadPosting } from './read-posting.ts'
import type { ReadText, Span } from './text.ts'
import { TOPIC } from './topics.ts'

type LevelFinding = Finding<SeniorityLevel>

const INTERN =
  /(?<![\w-])(?:intern|interns|internship|praktikum|praktikant(?:in)?|pflichtpraktikum|stagiaire|alternance|alternant(?:e)?|werkstudent(?:in)?|working student|student assistant|becari[oa]|prácticas|tirocinio|tirocinante|estagi[áa]ri[oa]|estágio|co-?op student|summer analyst|stagista|stagiair|\S{0,12}werkstage|meewerkstage|pasante|studentische (?:hilfskraft|aushilfe|mitarbeit\w*)|hiwi|placement student|apprentissage|contrat de professionnalisation|duales studium|dualer student(?:in)?|student trainee)(?![\w-])|(?:^|[-(/|]\s*)stage(?: |$)(?!manager|hand)/
const EXECUTIVE =
  /(?<![\w-])(?:c[teofimrp]o|ciso|cpo|chro|chief [a-z&]+(?: [a-z&]+)? officer|chief executive|vp|svp|evp|vice[- ]president|co-?founder|founder|managing director|general director|geschäftsführer(?:in)?|vorstand|président|executive director|président-directeur général|directeur général|directrice générale|director general(?= ?$|[ ,(|-])|directora general|diretora? geral|amministrator\w delegat\w|algemeen directeur|bestuurder|jednatel|prezes(?: zarządu)?|president|chief of (?!staff))(?![\w-])/
const NOT_EXECUTIVE =
  /assistant (?:to|vice)|(?:office of|to|support|reporting to|for) (?:the )?(?:c[teofimrp]o|ciso|president|vp|founder|chief)|vice president,? associate|club|chief of staff|assisten[zt]|asistente|assistante? (?:de |du |à )|secrétaire|secretari[ao] |in residence/
const DIRECTOR =
  /(?<![\w-])(?:director|direktor(?:in)?|directeur|directrice|diretor(?:a)?|directora?|direttore|head of|(?:global|regional|deputy|group|country) head|(?:bereichs|abteilungs|haupt)(?:leiter(?:[/:*-]{0,2}in)?|leitung)|leiter(?:[/:*-]{0,2}in)?(?= [a-zà-ÿ(])|dyrektor(?:ka)?|ředitel(?:ka)?|directeur[·./-]{0,2}(?:trice|rice)|direct(?:or|ora)[/.-]a|diretor[/.(]a|responsable de département|hoofd)(?![\w-])|^head,|\bhead$/
const NOT_DIRECTOR =
  /(?:assistant|reports?|reporting|support|secretary|aide|pa|ea) to|director'?s? assistant|direct(?:or)? support|(?:director of photography|(?:funeral|film|video|stage) director|head of (?:year|house|sixth form|key stage)\b)|assisten[zt]|asistente|assistante? (?:de |du |à )|secrétaire|secretari[ao] /
const MANAGER =
  /(?<![\w-])(?:manager|manageress|(?<!\bdoor )supervisor|superintendent|foreman|(?:filial|team|gruppen|schicht|stations|betriebs|werks|verkaufs|vertriebs|personal|produktions|lager|restaurant|küchen|projekt|markt|standort|einkaufs|bezirks|regional|pflegedienst|einrichtungs|niederlassungs|objekt|bau|kita)leiter(?:[/:*-]{0,2}in)?|(?:filial|betriebs|pflegedienst|markt|niederlassungs|einrichtungs|schicht|wohnbereichs)leitung|gerente|responsabile|responsable(?! (?:de |du )?(?:proyecto|projet|produit|producto|cuenta|compte|département))|encargad[oa]|jef(?:e\/a|a\/e|[ae]) de (?!proyecto|producto|partida|cocina|obra)\w+|chef de (?:service|rayon|département)|teamleider|leidinggevende|bedrijfsleider|afdelingsmanager|filiaalmanager|kierowni(?:k|czka)|vedoucí|ploegleider|ploegbaas|winkelverantwoordelijke|capo (?:turno|reparto|negozio)|chefe de (?:loja|turno|equipe))(?![\w-])/
/** Managers of things and not of people, where the word names the craft and no level. */
const CRAFT_MANAGER =
  /(?:product|products|project|projects|program|programme|account|accounts|relationships?|success|case|community|portfolio|client|customer|partner(?:ship)?s?|campaign|content|social media|release|scrum|category|territory|proposal|bid|contracts?|brand|product marketing|vendor|data|knowledge|grants?|property|event|delivery|talent|fund|wealth|stage|territory sales)\s*(?:\/\s*(?:product|project|program|account)\s*)?manager|projektleiter|project\/product manager/
/** Nobody begins as a manager of people: "Junior Marketing Manager" names a craft. */
const BEGINNER_BEFORE = /(?<![\w-])(?:junior|jr\.?|trainee|graduate|apprentice)\s[^|,;()]{0,40}$/
const PRINCIPAL = /(?<![\w-])(?:principal|distinguished|fellow)(?![\w-])/
const NOT_PRINCIPAL =
  /(?:vice|assistant|school|deputy) principal|principal'?s? (?:office|secretary)|(?:research|postdoctoral|teaching|policy|clinical|legal|editorial) fellow|fellowship/
const STAFF = /(?<![\w-])staff(?![\w-])/
const STAFF_ROLE =
  /engineer|developer|scientist|designer|research|architect|programmer|machine learning|software|data|product|security|sre|swe|technical|reliability|fullstack|frontend|backend|full-stack/
const NOT_STAFF =
  /staff (?:physician|nurse|rn|accountant|attorney|assistant|writer|pharmacist|therapist|member|officer|train|psych|sergeant|augment|support|develop(?:ment)|counsel|clinician|auditor|reporter|photograph|editor)|(?:support|kitchen|waiting|bar|nursing|teaching|cleaning|wait|medical|office|sales|house|general|event|warehouse|chief of) staff|staff$/
const LEAD =
  /(?<![\w-])(?:lead|team ?lead(?:er)?|tech ?lead|techlead|teamleitung|teamlead|leitender?|leitung|líder|capo|lead(?:er)?|squad lead|chef(?:\(fe\)|fe|·fe|\.fe)? d'équipe|jefe de equipo|vorarbeiter(?:[/:*-]{0,2}in)?|lead-(?:developer|engineer)|leading hand)(?![\w-])/
const NOT_LEAD =
  /lead[- ](?:gen|generat|qualif|nurtur|free|manage|paint|acid|abate|time|sourc|scor|capture|conver)|leader(?:ship)|(?:qualified|sales|new|market|industry|world|thought|opinion) lead(?:s|er)\b|(?:worship|youth|play|praise|song|tour|camp|group fitness|scout|activity) leader/
const SENIOR =
  /(?<![\w-])(?<!semi[ -]|mid[ -])(?:senior|sr|snr|senior:in|seniorní|s[eê]nior|sénior|starsz[ya])(?![\w])/
const NOT_SENIOR =
  /senior(?:s)?[- ](?:living|care|citizens?|services|cent(?:er|re)|homes?|housing|communit|health|resident|helpers|companion|meals|transport|safety|high|school|leaders?hip|management|executives|stakeholder|clients?)|(?:assisted|for|of|to|with) seniors?(?: |$)/
const MID =
  /(?<![\w-])(?:mid[- ]?level|medior|pleno|intermediate|mid-weight|midweight|mid|confirmée?|semi[- ]s[eé]nior|ssr|regular|middle(?=\+? (?:backend|frontend|full|software|developer|engineer|qa|java|python|php|\.net|react|data|devops|android|ios|front|back)))(?![\w-])/
const JUNIOR =
  /(?<![\w-])(?:junior|jr|jnr|juniorní|graduate|grad|trainee|apprentice(?:ship)?|entry[- ]level|new grad|débutant|azubi|ausbildung|auszubildende[rn]?|berufseinsteiger(?:in)?|absolvent(?:in)?|młodsz[ya]|júnior|lehrling|lernende[rn]?|apprenti(?:e|\(e\)|·e)?|leerling|nachwuchskraft|berufsanfänger(?:in)?|principiante|neoassunt\w|neolaureat\w|primer empleo|starter|early careers?|traineeship)(?![\w])/
const NOT_JUNIOR =
  /graduate (?:school|program (?:director|manager|coord)|admission|recruit|student|studies|degree)|junior (?:college|high|school|achievement|league|club|teams?|sports?|football|camp|museum|ranger|golf|tennis|academy|chamber)|luther king,? jr|recruit\w* (?:of )?graduates?|post-?graduate|under-?graduate/

const LABEL =
  /^(?:seniority(?: level)?|experience level|experience|level|career level|job level|position level|erfahrungslevel|karrierestufe|niveau(?: d'expérience)?|nivel|seniorität|poziom|grade|expertise level|doświadczenie)$/

/**
 * The level of a posting: its title first, then a field named level, then the sentence that names the role.
 * Never from years of experience. A title with two levels side by side ("Senior / Staff") counts as the first.
 */
export function detectSeniority(posting: ReadPosting): LevelFinding | null {
  const { title, description, labels, header } = posting
  const named = levelOfTitle(title, title.lower, 0)
  if (named) return named
  return (
    fromLabels(description, labels) ??
    (title.lower.trim() === '' ? fromHeader(description, header) : null) ??
    fromRoleSentence(description) ??
    (posting.marks.level.length > 0 ? fromLevelPhrase(description) : null)
  )
}

/** Level named by a title; `offset` is where `words` stands in the text. */
function levelOfTitle(text: ReadText, words: string, offset: number): LevelFinding | null {
  const at = (level: SeniorityLevel, match: RegExpExecArray, confidence: number): LevelFinding => ({
    value: level,
    text,
    span: { start: offset + match.index, end: offset + match.index + match[0].length },
    confidence,
  })
  const intern = INTERN.exec(words)
  if (intern) return at('intern', intern, 0.95)
  const executive = EXECUTIVE.exec(words)
  if (executive && !NOT_EXECUTIVE.test(words)) return at('executive', executive, 0.9)
  const director = DIRECTOR.exec(words)
  if (director && !NOT_DIRECTOR.test(words)) return at('director', director, 0.92)
  const manager = MANAGER.exec(words)
  if (
    manager &&
    !CRAFT_MANAGER.test(words) &&
    !BEGINNER_BEFORE.test(words.slice(0, manager.index)) &&
    !/assistant to|to (?:the )?manager/.test(words)
  ) {
    return at('manager', manager, 0.85)
  }
  return ladder(words, at)
}

type At = (level: SeniorityLevel, match: RegExpExecArray, confidence: number) => LevelFinding

function ladder(words: string, at: At): LevelFinding | null {
  const found: { level: SeniorityLevel; match: RegExpExecArray }[] = []
  const look = (level: SeniorityLevel, pattern: RegExp, not: RegExp | null): void => {
    const match = pattern.exec(words)
    if (match && !(not?.test(words) ?? false)) found.push({ level, match })
  }
  look('principal', PRINCIPAL, NOT_PRINCIPAL)
  const staff = STAFF.exec(words)
  if (staff && !NOT_STAFF.test(words) && STAFF_ROLE.test(words.slice(staff.index))) {
    found.push({ level: 'principal', match: staff })
  }
  look('lead', LEAD, NOT_LEAD)
  look('senior', SENIOR, NOT_SENIOR)
  look('mid', MID, null)
  look('junior', JUNIOR, NOT_JUNIOR)
  const highest = found[0]
  if (!highest) return null
  found.sort((a, b) => a.match.index - b.match.index)
  const first = found[0] ?? highest
  const between = words.slice(first.match.index + first.match[0].length, highest.match.index)
  const listed = /[/|,&]|\b(?:or|and|to|und|oder|bis|ou)\b|-/.test(between)
  const chosen = listed ? first : highest
  return at(chosen.level, chosen.match, found.length > 1 ? 0.75 : 0.93)
}

function fromLabels(text: ReadText, labels: LabelledValue[]): LevelFinding | null {
  for (const { label, value, whole } of labels) {
    if (!LABEL.test(label) || value.length > 60) continue
    const level = levelOfValue(value)
    if (level) return { value: level, text, span: whole, confidence: 0.9 }
  }
  return null
}

const VALUES: [RegExp, SeniorityLevel][] = [
  [/^(?:intern(?:ship)?|student|praktik\w*|trainee\/intern)\b/, 'intern'],
  [/^(?:junior|jr|entry[- ]level|entry|graduate|trainee|berufseinsteiger\w*|débutant|beginner)\b/, 'junior'],
  [
    /^(?:mid(?:dle)?(?:[- ]level)?|medior|intermediate|regular|associate\/mid|confirmé)\b(?![-/ ]*senior)/,
    'mid',
  ],
  [/^(?:senior|sr|expert|sénior)\b/, 'senior'],
  [/^(?:lead|team lead)\b/, 'lead'],
  [/^(?:principal|staff)\b/, 'principal'],
  [/^(?:manager|management)\b/, 'manager'],
  [/^(?:director|head)\b/, 'director'],
  [/^(?:executive|c-level|vp)\b/, 'executive'],
]

function levelOfValue(value: string): SeniorityLevel | null {
  for (const [pattern, level] of VALUES) if (pattern.test(value)) return level
  return null
}

const ROLE =
  /engineer|developer|scientist|designer|architect|analyst|manager|programmer|administrator|consultant|specialist|technician|accountant|swe\b|sre\b|devops|entwickler|ingenieur|développeu|ingénieur|desarrollador|programador|ontwikkelaar|sviluppator|director|head of|founder|cto\b|researcher|writer|marketer|recruiter|representative|officer|intern\b|lead\b/

/** "Senior iOS", "Backend (Senior)": the first lines of a post leave the noun out. */
const CRAFT =
  /\b(?:ios|android|back-?end|front-?end|full-?stack|qa|rails|python|java|golang|rust|react|mobile|data|security|ux|ui)$|^(?:senior|sr\.?|junior|jr\.?|mid-?level)$/

function fromHeader(text: ReadText, header: Span[]): LevelFinding | null {
  for (const span of header) {
    const part = text.lower.slice(span.start, span.end)
    if (part.length > 70 || !(ROLE.test(part) || CRAFT.test(part))) continue
    const level = levelOfTitle(text, part, span.start)
    if (level) return { ...level, confidence: 0.8 }
  }
  return null
}

const ROLE_SENTENCE =
  /(?:(?:looking for|seeking|seeks?|searching for|hiring(?: for)?|recruiting(?: for)?|need|role of|position of|positions? for|opening for|opportunity for|join (?:us|our team|the team|[a-z]+) as|work as|as an|as a(?= (?:senior|sr|junior|lead|principal|staff)\b)|is for|suchen|recherch(?:e|ons)|buscamos|zoeken|zoekt|cerchiamo|require|add)\s+(?:(?:for|to|an?|our|the|its|their|first|next|new|highly|experienced|talented|motivated|skilled|dynamic|passionate|exceptional|einen?|eine|un|une|een|nach|another|more|multiple|several|full-time|remote|\d+|ft|[\w-]{1,20}(?= (?:senior|sr|junior|lead|principal|staff) ))\s+){0,5})(senior|sr\.?|junior|jr\.?|lead|principal|staff|mid[- ]level|intermediate|medior|graduate|entry[- ]level)\s+(?!leader|management|team|level role|living|executives|stakeholder)([^.\n]{3,50})/

function fromRoleSentence(text: ReadText): LevelFinding | null {
  if (!(text.topics & TOPIC.level)) return null
  const top = text.lower.slice(0, 6_000)
  if (!MAY_NAME_LEVEL.test(top)) return null
  const match = ROLE_SENTENCE.exec(top)
  if (!match?.[1] || !match[2] || !ROLE.test(match[2])) return fromRoleBefore(text)
  const start = match.index + match[0].length - match[2].length
  const from = text.lower.lastIndexOf(match[1], start)
  const level = levelOfTitle(
    text,
    `${match[1]} ${match[2].split(/[,;(]| to | who | with /, 1)[0] ?? ''}`,
    from,
  )
  if (!level) return null
  return { ...level, span: { start: from, end: from + match[1].length }, confidence: 0.6 }
}

/** Without one of these words there is no such sentence, and behind a blank or a bullet they are found far faster. */
const MAY_NAME_LEVEL =
  /(?:^|[\s*•–-])(?:s[eé]nior|sr|j[uú]nior|jr|lead|principal|staff|mid[- ]level|intermediate|medior|graduate|entry[- ]level|confirmé|débutant)/

/** "- Medior engineer with …": a requirement that names the level and the job. */
const ROLE_LINE =
  /(?:^|\n)[\s*•–-]{0,4}(?:an? )?(senior|junior|medior|mid[- ]level|intermediate) (?:[\w.#+/-]+ ){0,3}(?:engineer|developer|designer|analyst|consultant|scientist|administrator|specialist|accountant|nurse|chef|technician)s? with\b/

/** "Nous recherchons un développeur senior": the level stands behind the role. */
const ROLE_BEFORE =
  /(?:recherch(?:e|ons)|recrut(?:e|ons)|buscamos|cerchiamo|procuramos)\s(?:un|une|una|uno|um|uma)\s[\wà-ÿ-]+(?:\s[\wà-ÿ-]+){0,2}\s(s[eé]nior|j[uú]nior|confirmée?|débutant|lead)(?![\wà-ÿ])/

function fromRoleBefore(text: ReadText): LevelFinding | null {
  const top = text.lower.slice(0, 6_000)
  const match = ROLE_BEFORE.exec(top) ?? ROLE_LINE.exec(top)
  const level = match?.[1] && levelOfTitle(text, match[1], match.index + match[0].lastIndexOf(match[1]))
  return level ? { ...level, confidence: 0.6 } : null
}

const LEVEL_PHRASE =
  /(?:\b(?:this|an?|our|the) (?:is an? )?|\n[\s*•-]{0,4}|^)(entry|junior|mid|intermediate|senior)[- ]level (?:role|position|job|opportunity|vacancy)/
const PHRASE_LEVEL: Record<string, SeniorityLevel> = {
  entry: 'junior',
  junior: 'junior',
  mid: 'mid',
  intermediate: 'mid',
  senior: 'senior',
}

function fromLevelPhrase(text: ReadText): LevelFinding | null {
  const match = LEVEL_PHRASE.exec(text.lower)
  const level = PHRASE_LEVEL[match?.[1] ?? '']
  if (!match || !level) return null
  return {
    value: level,
    text,
    span: { start: match.index, end: match.index + match[0].length },
    confidence: 0.7,
  }
}
