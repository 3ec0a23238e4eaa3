import type { LanguageAsked, LanguageLevel, Term } from '../../../contract/terms.ts'
import { addWakers } from '../marks.ts'
import type { ReadText } from '../text.ts'
import { clauseAfter, clauseBefore, isUnderWish, matchAt, originalOf, termAt, WISH } from './term.ts'

/** Names of languages in English, German, French, Spanish and Dutch, by ISO 639-1 code. */
const NAMES: Record<string, string> = {
  en: 'english englisch anglais inglés ingles engels englischkenntnisse',
  de: 'german deutsch allemand alemán duits deutschkenntnisse',
  fr: 'french französisch français frans francés französischkenntnisse',
  es: 'spanish spanisch espagnol español spaans castellano',
  nl: 'dutch niederländisch néerlandais neerlandés nederlands',
  it: 'italian italienisch italien italiano italiaans',
  pt: 'portuguese portugiesisch portugais portugués portugees',
  pl: 'polish polnisch polonais polaco pools',
  cs: 'czech tschechisch tchèque checo tsjechisch',
  sk: 'slovak slowakisch slovaque',
  hu: 'hungarian ungarisch hongrois húngaro hongaars',
  ro: 'romanian rumänisch roumain rumano',
  bg: 'bulgarian bulgarisch bulgare',
  el: 'greek griechisch grec griego grieks',
  hr: 'croatian kroatisch croate',
  sr: 'serbian serbisch serbe',
  sl: 'slovenian slowenisch',
  ru: 'russian russisch russe ruso',
  uk: 'ukrainian ukrainisch ukrainien ucraniano',
  tr: 'turkish türkisch turc turco turks',
  ar: 'arabic arabisch arabe árabe',
  he: 'hebrew hebräisch hébreu hebreo',
  sv: 'swedish schwedisch suédois sueco zweeds',
  da: 'danish dänisch danois danés deens',
  no: 'norwegian norwegisch norvégien noruego noors',
  fi: 'finnish finnisch finnois finlandés fins',
  et: 'estonian',
  lv: 'latvian',
  lt: 'lithuanian litauisch',
  zh: 'chinese mandarin cantonese chinesisch chinois chino mandarín chinees',
  ja: 'japanese japanisch japonais japonés japans',
  ko: 'korean koreanisch coréen coreano koreaans',
  hi: 'hindi',
  ur: 'urdu',
  bn: 'bengali',
  vi: 'vietnamese vietnamesisch',
  th: 'thai',
  id: 'indonesian',
  ms: 'malay',
  tl: 'tagalog filipino',
  ca: 'catalan katalanisch catalán',
  cy: 'welsh',
  ga: 'irish',
}
const CODES = new Map<string, string>()
for (const [code, names] of Object.entries(NAMES)) for (const name of names.split(' ')) CODES.set(name, code)
addWakers('languages', CODES.keys())

const WORD = /[a-zà-ÿ]+/y
/** Names that are also everyday words when written small. */
const SMALL_WORDS = new Set(['polish', 'danish', 'thai', 'pools', 'fins', 'malay', 'irish', 'turks'])

const GOOD_LEFT =
  /(?:\b(?:fluen(?:t|cy|tly)|proficien\w*|native|bilingual|mother tongue|conversational|spoken|speaks?|speaking|speaker of|written|verbal|oral|command|literacy|c1|c2|b1|b2|business[- ](?:level|fluent)|working language|company language|language(?:s| skills)?|sprachkenntnisse|sprachen?|langues?|idiomas?|talen|talenkennis|beherrsch\w*|beheers\w*|maîtris\w*|parle[rz]?|courant|domin\w+|hablar?|habla|fließend\w*|verhandlungssicher\w*|muttersprach\w*|kenntnisse|vloeiend|bilingue|conocimientos|nivel|niveau|spreekt|spreken|sprichst|sprechen|communicat\w+ (?:\w+ ){0,3}in|work(?:ing)? in|write(?: and speak)?|read and write)\b)/
const WEAK_LEFT =
  /(?:\b(?:good|very good|excellent|strong|great|solid|advanced|professional|business|intermediate|basic|perfect|knowledge of|understanding of|sehr gute|gute|gutes|grundkenntnisse in|bon|bonne|très bon|buen|goede|requires?|must have|se valora[a-zà-ÿ]*|idealmente|idealement|idéalement|ability in|good level of)\s+(?:\w+ (?:and|&) \w+ )?)$/
const GOOD_RIGHT =
  /^(?:\s*\(?[,:-]?\s*(?:(?:native|fluent|full professional|professional|business|working|intermediate|basic|advanced|conversational|proficient|mother tongue|bilingual|muttersprach\w*|fließend|verhandlungssicher|courant|natif|nativo|alto|nivel (?:alto|medio|avanzado|nativo|[abc][12])|vloeiend)\b|[abc][12]\b|level [abc][12]|at (?:a )?(?:[abc][12]|native|fluent|business|professional)|auf (?:[abc][12]|muttersprach))|(?: language| linguistic)?[- ]?(?:\(?(?:written|oral|verbal|spoken)(?: (?:and|&) (?:written|oral|verbal|spoken))?\)?\s)?(?:skills|proficiency|fluency|speakers?\b|speaking(?! (?:market|customer|client|countr|region|world|communit|user|audience))|knowledge|kenntnisse|required|mandatory|preferred|essential|is (?:a (?:plus|must|bonus|big plus|nice|requirement)|an? (?:advantage|asset)|required|mandatory|essential|preferred|necessary|needed|desirable)|would be (?:a|an) (?:plus|advantage|asset|bonus)|a plus|a must|nice to have|as (?:a|your) (?:first|second|native)|ist|sind|exigé|requis|obligatoire|souhaité|imprescindible|valorable|requerido|vereist|een pre)\b|\s*(?:\(|-|:)?\s*(?:von vorteil|wünschenswert))/
const NOT_RIGHT =
  /^[- ](?:breakfast|start-?ups?|compan(?:y|ies)|markets?|customers?|clients?|teams?|office|law|tax|teachers?|literature|press|government|economy|founders?|citizens?|airlines|gaap|subsidiary|business(?:es)? (?!fluent|level)|cuisine|food|restaurant|bulldog|stock|army|bank|department|studies|lessons?|class(?:es)?|national|people|brand|embassy|version|translation|site|website|speaking (?:market|customer|client|countr|region|world|communit|user|audience)|channel|heritage|open|language learning|language school|language arts|language teacher|automotive|engineering|industry)/
const NOT_LEFT =
  /(?:degree|bachelor'?s?|master'?s?|major|teach\w*|learn\w*|study\w*|lessons?|courses?|classes|tutor\w*)(?: (?:in|of|our|your|basic|business))* $|(?:cv|resume|résumé|application|documents|cover letter|apply|lebenslauf|bewerbung|unterlagen|available|translat\w+|published|this (?:job|post|ad)\w*)(?: \w+)? (?:in|into|from|auf|to) $/
const REFUSED_RIGHT =
  /^(?: (?:language )?(?:skills |proficiency |knowledge )?(?:is |are )?(?:not|n't)|(?: skills)? (?:ist|sind) (?:nicht|kein)| (?:not|isn't) (?:required|needed|necessary)|n'est pas)/
const REFUSED_LEFT =
  /\b(?:no|not (?:need|require)|without|don't need(?: to speak)?|kein\w*|geen|sans)\s+(?:knowledge of |to speak |any )?$/

const LEVELS: [RegExp, LanguageLevel][] = [
  [/(?<!professional )working (?:proficiency|knowledge)/, 'working'],
  [
    /\b(?:fluent or native|native or fluent|near[- ]native|fluent\/native|native\/fluent|native or (?:near|bilingual|equivalent|business))/,
    'fluent',
  ],
  [
    /\bnative|mother tongue|muttersprach|langue maternelle|lengua materna|moedertaal|natif|nativo|\bbilingual|\bbilingue/,
    'native',
  ],
  [
    /\bc[12]\b|fluen|flie(?:ß|ss)end|verhandlungssicher|business|courant|vloeiend|full professional|professional(?! working)|proficien|excellent|perfect|very good|sehr gut|advanced|strong|très bon|maîtris|domin|nivel alto|uitstekend|superb|outstanding/,
    'fluent',
  ],
  [
    /\bb[12]\b|intermediate|conversational|working|\bgood\b|\bgut\w*|\bbon(?:ne)?\b|\bbuen|goede|mittel|intermedio|solid/,
    'working',
  ],
  [/\ba[12]\b|basic|grundkenntnis|notions|básico|beginner|elementary/, 'basic'],
]
const NOT_LEVEL = /working (?:in|with|at|on|for|languages?)\b|business (?:development|team)/g

interface Mention {
  code: string
  start: number
  end: number
}

const MOST = 12

/** Languages that the work asks for, with the level named and whether they are a wish; each language once. */
export function findLanguages(text: ReadText, marks: readonly number[]): Term<LanguageAsked>[] {
  const found = new Map<string, Term<LanguageAsked>>()
  const groups = groupsOf(text, mentionsOf(text, marks))
  for (const [index, group] of groups.entries()) {
    const from = groups[index - 1]?.at(-1)?.end ?? 0
    const to = groups[index + 1]?.[0]?.start ?? text.lower.length
    for (const term of readGroup(text, group, from, to)) {
      const before = found.get(term.value.language)
      if (!before) {
        if (found.size < MOST) found.set(term.value.language, term)
        continue
      }
      before.value.required ||= term.value.required
      before.value.level ??= term.value.level
    }
  }
  return [...found.values()]
}

function mentionsOf(text: ReadText, marks: readonly number[]): Mention[] {
  const mentions: Mention[] = []
  for (const mark of marks) {
    const word = matchAt(WORD, text.lower, mark)?.[0]
    const code = word && CODES.get(word)
    if (!word || !code) continue
    const end = mark + word.length
    if (SMALL_WORDS.has(word) && /^\p{Ll}/u.test(originalOf(text, mark, end))) continue
    mentions.push({ code, start: mark, end })
  }
  return mentions
}

/** "German and English", "English (C1), French (B2)": languages of one list are read together. */
const LISTED =
  /^(?: language|-)?(?:\s*[(:-]\s*(?:[abc][12](?:[-/][abc][12])?\+?|native|fluent|basic|required|good|fließend)\s*\)?)?\s*(?:,\s*(?:and|or|und|oder)?|\/|&|\+|and\/or|and|or|und|oder|et|ou|y|o|en|of|sowie|as well as|plus|e)\s*(?:in |auch |also |either |good |fluent |basic |gute |gutes )?$/

function groupsOf({ lower }: ReadText, mentions: Mention[]): Mention[][] {
  const groups: Mention[][] = []
  for (const mention of mentions) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const gap = last ? lower.slice(last.end, mention.start) : ''
    const listed = gap.length <= 40 && !gap.includes('\n') && LISTED.test(gap)
    if (group && listed && !startsWish(lower, gap, mention.end)) group.push(mention)
    else groups.push([mention])
  }
  return groups
}

/** "Fluent German, English a plus": only the last is a wish. */
function startsWish(lower: string, gap: string, end: number): boolean {
  if (!/^\s*(?:\([^)]*\))?\s*,\s*$/.test(gap)) return false
  return WISH.test(/^[^,.;\n]{0,26}/.exec(lower.slice(end, end + 26))?.[0] ?? '')
}

/** Reads one list of languages between the list before it and the one after it. */
function readGroup(text: ReadText, group: Mention[], from: number, to: number): Term<LanguageAsked>[] {
  const { lower } = text
  const [first, last] = [group[0], group.at(-1)]
  if (!first || !last) return []
  const left = clauseBefore(lower, first.start, Math.min(70, first.start - from))
  const right = clauseAfter(lower, last.end, Math.min(70, to - last.end))
  if (REFUSED_RIGHT.test(right) || REFUSED_LEFT.test(left)) return []
  const confidence = sureness(text, left, right, lower.slice(first.end, last.end))
  if (confidence === 0) return []
  const wish = isWish(left, right) || isUnderWish(lower, first.start)
  return group.map((mention, index) => {
    const end = index + 1 < group.length ? (group[index + 1]?.start ?? mention.end) : mention.end
    const near =
      lower.slice(mention.end, end) + (mention === last ? (/^[^,.;]{0,30}/.exec(right)?.[0] ?? '') : '')
    const cue = mention === first ? left : lower.slice(group[index - 1]?.end ?? first.start, mention.start)
    const level = levelOf(near) ?? levelOf(cue.slice(-45)) ?? levelOf(left.slice(-45))
    const value = { language: mention.code, level, required: !wish }
    const start = mention === first ? mention.start - cueLength(left) : mention.start
    return termAt(
      value,
      text,
      start,
      mention === last ? mention.end + quoteEnd(right) : mention.end,
      confidence,
    )
  })
}

function sureness(text: ReadText, left: string, right: string, inside: string): number {
  if (NOT_RIGHT.test(right) || NOT_LEFT.test(left)) return 0
  if (GOOD_RIGHT.test(right) || /[abc][12]\b|native|fluent/.test(inside)) return 0.9
  const tail = left.slice(-48)
  const cue = GOOD_LEFT.exec(tail)
  if (cue && !/\b(?:our|customers|market|team|from|the)\b/.test(tail.slice(cue.index + cue[0].length)))
    return 0.85
  const open = right === '' || /^\s*(?:[,.;)(/:-]|(?:and|or|to|for|with|both|in)\b|$)/.test(right)
  if (WEAK_LEFT.test(left) && open) return 0.75
  return text.name === 'title' && /^[- ]speak/.test(right) ? 0.9 : 0
}

function isWish(left: string, right: string): boolean {
  const wish = WISH.exec(right)
  if (wish) {
    const asked = /\b(?:required|must|mandatory|essential|is a must)\b/.exec(right)
    const other =
      /\bbut\b|,[^,]*\b(?:another|other|any|additional|further)\b|\b(?:another|other|additional|further) /.exec(
        right,
      )
    const first = Math.min(asked?.index ?? 999, other?.index ?? 999)
    return wish.index < first || /would be an? $/.test(right.slice(0, wish.index))
  }
  return /\b(?:ideally|preferably|nice to have|bonus|idealerweise|preferred|desirable|a plus|se valora\w*)\b[^.;]{0,40}$|se valorará\s+(?:el )?$/.test(
    left,
  )
}

function levelOf(words: string): LanguageLevel | null {
  const plain = words.replace(NOT_LEVEL, ' ')
  for (const [pattern, level] of LEVELS) if (pattern.test(plain)) return level
  return null
}

/** How far the cue before a language reaches to the left, for the quote. */
function cueLength(left: string): number {
  const tail = left.slice(-48)
  const cue = GOOD_LEFT.exec(tail) ?? WEAK_LEFT.exec(tail)
  return cue ? tail.length - cue.index : 0
}

function quoteEnd(right: string): number {
  return /^[^,.;(]{0,30}(?=$|[,.;(])|^\s?\([^)]{0,24}\)/.exec(right)?.[0].length ?? 0
}
