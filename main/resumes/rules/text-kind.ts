import { type ParsedResume, RESUME_LANGUAGES, type ResumeLanguage } from '../../contract/resumes.ts'
import { detectLanguage } from '../../detection/rules/language.ts'
import { readText } from '../../detection/rules/text.ts'
import type { Line } from './layout.ts'
import type { Section } from './section.ts'
import { headingNameOf } from './section-names.ts'

const SAMPLE = 3000

/** The language of a résumé: by its sentences, else by the names of its sections; null for others and for too little text. */
export function resumeLanguage(sections: readonly Section[]): ResumeLanguage | null {
  const votes = new Map<ResumeLanguage, number>()
  for (const { title } of sections) {
    const languages = title ? (headingNameOf(title.text)?.languages ?? []) : []
    for (const language of languages)
      votes.set(language, (votes.get(language) ?? 0) + 1 / languages.length ** 2)
  }
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1])
  const named = first && first[1] >= 1 && first[1] > (second?.[1] ?? 0) * 1.5 ? first[0] : null
  const lines = sections.flatMap(section => section.lines)
  const prose = lines.filter(line => line.text.split(' ').length >= 5)
  const detected = languageOf(prose) ?? languageOf(lines)
  const known =
    RESUME_LANGUAGES.find(each => each === detected) ?? (detected === null ? byWords(lines) : null)
  // Sections with German names are of a German résumé, also when its tasks are told in English; few votes are not.
  if (named && first && first[1] >= 2.5) return named
  // A text of names and places is taken for another language; two headings of this one outweigh that.
  if (known !== null) return known
  // A text of names and places is taken for another language; two headings of this one outweigh that.
  if (named !== null && (detected === null || (named === 'en' && first && first[1] >= 2))) return named
  return detected === null && first && first[1] > (second?.[1] ?? 0) && saysNow(lines, first[0])
    ? first[0]
    : null
}

/** How each language says that something goes on, or that it began. */
const NOW: Record<ResumeLanguage, RegExp> = {
  en: /\b(?:present|current|now|today|to date|since|expected)\b/i,
  de: /\b(?:heute|seit|laufend|dato)\b/i,
  fr: /aujourd['’]hui|\bdepuis\b|à ce jour|en cours/i,
  es: /\b(?:actualidad|presente|desde|actualmente|la fecha)\b/i,
}
const saysNow = (lines: readonly Line[], language: ResumeLanguage): boolean =>
  lines.some(line => line.text.length < 150 && NOW[language].test(line.text))

/** Words that are rare in the other languages; the last ones stand for languages that are not read. */
const WORDS: [ResumeLanguage | null, RegExp][] = [
  ['en', /\b(?:the|and|of|to|with|for|was|is|my|on|at|from|by)\b/g],
  [
    'de',
    /(?<!\p{L})(?:und|der|die|das|mit|für|von|ist|im|den|dem|des|ein|eine|bei|zu|als|seit|ich|auf)(?!\p{L})/gu,
  ],
  [
    'fr',
    /(?<!\p{L})(?:le|les|des|et|pour|dans|je|une|du|au|aux|avec|sur|depuis|mes|par|où|est|en|chez)(?!\p{L})/gu,
  ],
  ['es', /(?<!\p{L})(?:el|los|las|y|en|del|una|para|que|por|con|desde|mis|donde|como|al|un|le)(?!\p{L})/gu],
  [
    null,
    /(?<!\p{L})(?:il|di|che|per|gli|della|nel|presso|con|dal|al|una|em|no|na|com|para|dos|das|uma|ao|het|een|van|voor|met|op|bij|als|en|i|w|na|do|się|og|och|att|som|är|en|til)(?!\p{L})/gu,
  ],
]

/** For texts that are too short for the detection: the language with clearly more of its small words. */
function byWords(lines: readonly Line[]): ResumeLanguage | null {
  const text = lines
    .map(line => line.text)
    .join('\n')
    .slice(0, SAMPLE)
    .toLowerCase()
  const counted = WORDS.map(([language, words]) => ({ language, count: text.match(words)?.length ?? 0 }))
  const [first, second] = counted.sort((a, b) => b.count - a.count)
  return first && first.count >= 5 && first.count >= (second?.count ?? 0) * 1.4 ? first.language : null
}

function languageOf(lines: readonly Line[]): string | null {
  let text = ''
  for (const line of lines) {
    if (text.length > SAMPLE) break
    text += `${line.text}\n`
  }
  // A piece at a time: the detection reads the first nine hundred letters.
  const pieces = [text.slice(0, 900), text.slice(900, 1800), text.slice(1800, 2700)]
  const found = pieces
    .map(piece => detectLanguage(readText('description', piece)))
    .filter(each => each !== null)
  return (
    found.find(each => found.filter(other => other === each).length > found.length / 2) ?? found[0] ?? null
  )
}

const SALUTATION =
  /^(?:dear\b|to whom it may concern|hello\b|hi\b|sehr geehrte|liebe[rs]?\b|guten (?:tag|morgen)|hallo\b|madame\b|monsieur\b|mesdames|messieurs|cher\b|ch[èe]re\b|bonjour\b|[àa] l.attention|estimad[oa]s?\b|muy se[ñn]or|a quien corresponda|a la atenci[óo]n|querid[oa]s?\b|apreciad[oa]s?\b)/iu

/** Whether a line begins like the salutation of a letter. */
export const isSalutation = (text: string): boolean => SALUTATION.test(text)

const CLOSING =
  /^(?:sincerely|yours (?:sincerely|faithfully|truly)|(?:with )?(?:best|kind|warm|warmest|kindest) regards|respectfully|regards\b|mit (?:freundlichen|besten|herzlichen) gr[üu](?:ß|ss)en|(?:freundliche|viele|beste|herzliche) gr[üu](?:ß|ss)e|hochachtungsvoll|(?:bien |tr[èe]s )?cordialement|veuillez agr[ée]er|je vous prie d|dans l.attente|salutations|sinc[èe]res salutations|atentamente|(?:un )?cordial(?:es)? saludo|(?:reciba|le saluda|saludos)\b|quedo a (?:su|la espera))/iu
const MAIN = new Set([
  'experience',
  'education',
  'skills',
  'languages',
  'certificates',
  'projects',
  'summary',
  'publications',
  'volunteering',
  'references',
  'interests',
])

/** What a document reads like: sections make a résumé, a salutation and prose a letter. */
export function kindOf(sections: readonly Section[], hasContact: boolean): ParsedResume['kind'] {
  const kinds = new Set(
    sections.filter(section => MAIN.has(section.kind) && section.title).map(section => section.kind),
  )
  const core = ['experience', 'education', 'skills'].filter(kind => kinds.has(kind as Section['kind'])).length
  const lines = sections.flatMap(section => section.lines)
  const greeted = lines.slice(0, 60).some(line => line.text.length < 90 && isSalutation(line.text))
  const closed = lines.some(line => line.text.length < 200 && CLOSING.test(line.text))
  if (core >= 2) return 'resume'
  if ((greeted && closed) || ((greeted || closed) && kinds.size <= 1 && isProse(lines))) return 'cover_letter'
  if (core === 1 && (hasContact || kinds.size >= 2)) return 'resume'
  if (kinds.size >= 3) return 'resume'
  // Without any heading: contacts over dated lines, and few sentences.
  const dated = lines.filter(line => line.text.length < 140 && RANGE.test(line.text)).length
  if (hasContact && dated >= 2 && !isProse(lines)) return 'resume'
  return 'other'
}

const RANGE =
  /\b(?:19|20)\d\d\b.{0,14}(?:[-–—]|\b(?:to|bis|à|au|a|hasta)\b).{0,14}(?:\b(?:19|20)\d\d\b|present|heute|today|current|actual|jour|now)/iu

/** Whether most letters stand in long lines of small words. */
function isProse(lines: readonly Line[]): boolean {
  let long = 0
  let all = 0
  for (const { text, bullet } of lines.slice(0, 400)) {
    all += text.length
    if (!bullet && text.length > 60 && text.split(' ').length >= 9) long += text.length
  }
  return all > 0 && long > all * 0.55
}
