import { CITY_ALIASES, COUNTRY_BY_NAME, KNOWN_CITIES } from './place-names.ts'

/**
 * A normalised title taken apart: what the work is (core), and what only tells one opening of it from another (level,
 * season, length, kind of employment). Level and season never make two titles different work, and always two openings.
 */
export interface TitleParts {
  /** The words for the work itself, stemmed lightly, sorted, each once. */
  core: readonly string[]
  /** Words of level, in one spelling each: senior, intern, graduate, 2. */
  levels: ReadonlySet<string>
  seasons: ReadonlySet<string>
  years: ReadonlySet<string>
  /** Lengths such as "4 months". */
  lengths: ReadonlySet<string>
  /** Kinds of employment other than the usual full-time, permanent one: part time, contract, temporary. */
  types: ReadonlySet<string>
}

/** Several words that say one thing, and the one word for it. The first that fits wins, so longer ones come first. */
const PHRASES: readonly [words: RegExp, one: string][] = [
  [/\b(?:new|recent|university|college|campus) (?:college |university )?grad(?:uate)?s?\b/g, 'graduate'],
  [/\bearly (?:in )?career?s?\b/g, 'graduate'],
  [/\bentry level\b/g, 'junior'],
  [/\bmid(?:dle)? (?:weight|level|senior)\b/g, 'mid'],
  [/\bco op\b/g, 'intern'],
  [/\bvice president\b/g, 'vp'],
  [/\b(?:full|part) time\b/g, 'TIME'],
  [/\bfixed term\b/g, 'temporary'],
  [/\bmachine learning\b/g, 'ml'],
  [/\bartificial intelligence\b/g, 'ai'],
  [/\bquality assurance\b/g, 'qa'],
  [/\bhuman resources?\b/g, 'hr'],
  [/\buser experience\b/g, 'ux'],
  [/\buser interface\b/g, 'ui'],
  [/\bregistered nurse\b/g, 'rn'],
  [/\bbusiness development\b/g, 'bizdev'],
  [/\binformation technology\b/g, 'it'],
  [/\b(?:university|campus|graduate|college) (?:recruiting|recruitment|hiring)\b/g, ' '],
]
const MAYBE_PHRASE =
  / (?:grad|graduates?|careers?|level|weight|senior|op|president|time|term|learning|intelligence|assurance|resources?|experience|interface|nurse|development|technology|recruiting|recruitment|hiring)\b/

const LEVELS = new Map(
  Object.entries({
    intern: 'intern',
    interns: 'intern',
    coop: 'intern',
    placement: 'intern',
    student: 'student',
    graduate: 'graduate',
    graduates: 'graduate',
    grad: 'graduate',
    undergraduate: 'undergraduate',
    undergrad: 'undergraduate',
    phd: 'phd',
    masters: 'masters',
    mba: 'mba',
    apprentice: 'apprentice',
    apprenticeship: 'apprentice',
    trainee: 'trainee',
    junior: 'junior',
    mid: 'mid',
    intermediate: 'mid',
    midlevel: 'mid',
    midweight: 'mid',
    senior: 'senior',
    advanced: 'advanced',
    experienced: 'experienced',
    expert: 'expert',
    lead: 'lead',
    staff: 'staff',
    principal: 'principal',
    distinguished: 'distinguished',
    chief: 'chief',
    head: 'head',
    director: 'director',
    deputy: 'deputy',
    vp: 'vp',
    i: '1',
    ii: '2',
    iii: '3',
    iv: '4',
    v: '5',
    '1': '1',
    '2': '2',
    '3': '3',
    '4': '4',
    '5': '5',
  }),
)

/** Levels that are hired for by the season. */
const FIRST_RUNGS = new Set([
  'intern',
  'student',
  'graduate',
  'undergraduate',
  'apprentice',
  'trainee',
  'phd',
  'masters',
])

const SEASONS = new Map(
  Object.entries({
    ...{ summer: 'summer', winter: 'winter', spring: 'spring', fall: 'autumn', autumn: 'autumn' },
    ...{ january: 'january', february: 'february', june: 'june', july: 'july', september: 'september' },
    ...{ october: 'october', november: 'november', december: 'december', april: 'april', august: 'august' },
    ...{ jan: 'january', feb: 'february', sept: 'september', oct: 'october', nov: 'november' },
  }),
)

const TYPES = new Map(
  Object.entries({
    // What goes without saying.
    fulltime: '',
    permanent: '',
    perm: '',
    parttime: 'part time',
    contract: 'contract',
    contractor: 'contract',
    temporary: 'temporary',
    temp: 'temporary',
    seasonal: 'temporary',
    freelance: 'freelance',
    casual: 'casual',
  }),
)

/** Joining words, and words that every company adds as it pleases. */
const FILLERS = new Set(
  `and of the for in at a an to with or our program programme programs opportunity opportunities position role job jobs
  remote hybrid onsite start starting from needed wanted required`.split(/\s+/),
)

/** Other spellings of the words of titles: abbreviations written out, endings that change nothing folded. */
const SAME_WORD = new Map(
  Object.entries({
    ...{ engineering: 'engineer', engineers: 'engineer', eng: 'engineer', engr: 'engineer' },
    ...{ development: 'develop', developer: 'develop', developers: 'develop', dev: 'develop' },
    ...{ mgr: 'manager', mgmt: 'management', administrator: 'admin', coordinator: 'coord' },
    ...{ representative: 'rep', svc: 'service', svcs: 'service' },
    ...{ ops: 'operation', mktg: 'marketing', sw: 'software', hw: 'hardware' },
    ...{ infra: 'infrastructure', sys: 'system', mech: 'mechanical' },
    ...{ elec: 'electrical', mfg: 'manufacturing', maint: 'maintenance' },
    ...{ intl: 'international', natl: 'national', sci: 'science', specialist: 'spec', consultant: 'consult' },
    ...{ consulting: 'consult', asst: 'assistant', assoc: 'associate' },
  }),
)

/** One form for words that differ by ending or abbreviation only. */
function stem(word: string): string {
  const same = SAME_WORD.get(word)
  if (same !== undefined) return same
  return word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word
}

const NOTHING: ReadonlySet<string> = new Set()

function join(title: string): string {
  if (!MAYBE_PHRASE.test(title)) return title
  let text = title
  for (const [words, one] of PHRASES)
    text = text.replace(words, found => (one === 'TIME' ? found.replace(' ', '') : one))
  return text
}

/** Words in `words` from `at` on that are the whole of `name`. */
const standsAt = (words: readonly string[], at: number, name: readonly string[]): boolean =>
  name.length > 0 && name.every((word, index) => words[at + index] === word)

/** Takes a run of words out, and a word behind it that belongs to it, unless nothing would stay. */
function without(
  words: readonly string[],
  name: readonly string[],
  belongs: (word: string) => boolean = () => false,
): readonly string[] {
  for (let at = 0; at + name.length <= words.length; at++) {
    if (!standsAt(words, at, name)) continue
    const end = at + name.length + (belongs(words[at + name.length] ?? '') ? 1 : 0)
    const rest = [...words.slice(0, at), ...words.slice(end)]
    return rest.length === 0 ? words : rest
  }
  return words
}

/** Whether a word behind a city says where it lies: "Leeds UK", "Sydney NSW". */
const saysWhere = (city: string, place: string) => (word: string) =>
  word === 'uk' ||
  word === 'city' ||
  word === 'usa' ||
  (word.length > 2 && COUNTRY_BY_NAME.has(word)) ||
  (word.length > 1 && (KNOWN_CITIES.get(city)?.slice(3) === word || place.split(', ')[1] === word))

/** Cities of a normalised place: the first name of each of its places. */
const citiesOf = (place: string): string[] =>
  place.split('; ').flatMap(one => {
    const city = one.split(', ', 1)[0] ?? ''
    return city.length < 3 || city === 'remote' ? [] : [city]
  })

/**
 * Takes a title from `normaliseTitle` apart. The company's own name and the place of the posting are left out, where
 * they are known: both stand in titles by habit of one board and not of another.
 */
export function titleParts(title: string, company = '', place = ''): TitleParts {
  let words: readonly string[] = join(title).split(' ')
  if (company !== '') words = without(words, company.split(' '))
  for (const city of citiesOf(place)) {
    if (words.some(word => CITY_ALIASES.get(word) === city))
      words = words.map(word => (CITY_ALIASES.get(word) === city ? city : word))
    words = without(words, city.split(' '), saysWhere(city, place))
  }
  const core = new Set<string>()
  const facets: Record<'levels' | 'seasons' | 'years' | 'lengths' | 'types', Set<string> | null> = {
    levels: null,
    seasons: null,
    years: null,
    lengths: null,
    types: null,
  }
  const note = (facet: keyof typeof facets, value: string) => {
    facets[facet] ??= new Set()
    facets[facet]?.add(value)
  }
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const next = words[at + 1] ?? ''
    const digits = word.charCodeAt(0) < 58
    if (digits && /^\d{1,2}$/.test(word) && /^(?:week|month|year|hour)s?$/.test(next)) {
      note('lengths', `${word} ${next.replace(/s$/, '')}`)
      at += 1
      continue
    }
    if (digits && /^(?:19|20)\d\d$/.test(word)) {
      note('years', word)
      // "2024/25"
      if (/^\d\d$/.test(next) && Number(next) === (Number(word) % 100) + 1) {
        note('years', `20${next}`)
        at += 1
      }
      continue
    }
    const season = SEASONS.get(word)
    const type = TYPES.get(word)
    const level = LEVELS.get(word)
    if (season !== undefined) note('seasons', season)
    else if (type === '') continue
    else if (type !== undefined) note('types', type)
    else if (level !== undefined) note('levels', level)
    else if (!FILLERS.has(word) && word !== '') core.add(stem(word))
  }
  // "Java Spring Developer", "Summer Camp Cook": a season only beside a year or on the first rungs.
  if (!facets.years && ![...(facets.levels ?? [])].some(level => FIRST_RUNGS.has(level))) {
    for (const season of facets.seasons ?? []) core.add(season)
    facets.seasons = null
  }
  return {
    core: [...core].sort(),
    levels: facets.levels ?? NOTHING,
    seasons: facets.seasons ?? NOTHING,
    years: facets.years ?? NOTHING,
    lengths: facets.lengths ?? NOTHING,
    types: facets.types ?? NOTHING,
  }
}

/** How two sets of words stand to each other. */
export function meet(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
): 'equal' | 'one_sided' | 'shared' | 'other' {
  if (a.size === 0 || b.size === 0) return a.size === b.size ? 'equal' : 'one_sided'
  const shared = [...a].filter(word => b.has(word)).length
  if (shared === 0) return 'other'
  return shared === a.size && shared === b.size ? 'equal' : 'shared'
}

/** Whether two opening keys name the same kind of work, whatever the level, the season and the place. */
export function sameWork(openingKeyA: string, openingKeyB: string): boolean {
  const [a = '', b = ''] = [openingKeyA, openingKeyB].map(key => {
    const [company = '', title = '', place = ''] = key.split('|')
    const { core } = titleParts(title, company, place)
    return core.length === 0 ? title : core.join(' ')
  })
  return a !== '' && a === b
}
