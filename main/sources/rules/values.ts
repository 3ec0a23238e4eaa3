import type {
  CompanySize,
  JobType,
  RemoteOption,
  SalaryPeriod,
  SeniorityLevel,
} from '../../contract/values.ts'

/**
 * Reads the values of source fields into the closed vocabularies. Anything that is not clearly one of the words is
 * null: a guess would count as a fact.
 */

const fold = (value: string): string =>
  value
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim()

/** true, "yes", 1 … as true; false, "no", 0 … as false; anything else null. */
export function readFlag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  const text = fold(String(value))
  if (/^(?:true|yes|y|1(?: 0)?|ja|oui|s[ií]|x)$/.test(text)) return true
  return /^(?:false|no|n|0(?: 0)?|nein|non)$/.test(text) ? false : null
}

/**
 * Remote type from one value. A flag means what its column is called: `hybrid: true`, `on_site: true`,
 * `remote: true`. A false flag says nothing: not remote may be hybrid.
 */
export function readRemote(value: unknown, columnName: string): RemoteOption | null {
  const flag = readFlag(value)
  const column = fold(columnName)
  if (flag === false) return null
  if (flag === true) {
    if (/hybrid/.test(column)) return 'hybrid'
    return /on ?site/.test(column) ? 'onsite' : 'remote'
  }
  const text = fold(String(value))
  if (/\bhybrid|\bteilweise|\bpart(?:ly|ially) remote|\bpartial\b|\bmobiles arbeiten/.test(text))
    return 'hybrid'
  if (/\bnot remote\b|\bno remote\b|\bnon remote\b/.test(text)) return null
  const remote =
    /\bremote|\btelecommut|\btelework|\bwork from home|\bwfh\b|\banywhere\b|\bhome ?office\b|\bdistributed\b/
  const onsite =
    /\bon ?site\b|\bin office\b|\boffice based\b|\bin person\b|\bvor ort\b|\bpresencial|\bpr[eé]sentiel/
  const isRemote = remote.test(text)
  const isOnsite = onsite.test(text)
  if (isRemote && isOnsite) return null
  if (isRemote) return 'remote'
  return isOnsite ? 'onsite' : null
}

const JOB_TYPE_WORDS: [JobType, RegExp][] = [
  ['internship', /\bintern(?:ship)?s?\b|\bpraktik|\bstage\b|\bstagiaire\b|\bbecari|\bco op\b|\bwerkstudent/],
  [
    'contract',
    /\bcontract(?:or|ing|s)?\b|\bfreelanc|\bself employed\b|\bb2b\b|\bindependent\b|\bc2c\b|\b1099\b|\bfreiberuf/,
  ],
  [
    'temporary',
    /\btemp(?:orary)?\b|\bfixed term\b|\bseasonal\b|\bbefristet|\bcdd\b|\bcasual\b|\btemporal\b|\bzeitarbeit/,
  ],
  [
    'part-time',
    /\bpart ?time|\bparttime|\bteilzeit|\btemps partiel|\btiempo parcial|\bmedia jornada|\bmini ?job\b/,
  ],
  ['full-time', /\bfull ?time|\bfulltime|\bvollzeit|\btemps plein|\btiempo completo|\bjornada completa/],
]
/** Words that mean a full-time post when nothing else is said. */
const PERMANENT = /\bperm(?:anent)?\b|\bregular\b|\bunbefristet|\bfestanstellung|\bcdi\b|\bindefinido\b/

/**
 * Job type from every value that a row gives. "contract" and "full-time" together are a contract; "permanent" alone
 * is full-time; "permanent" and "part-time" are part-time.
 */
export function readJobType(values: string[]): JobType | null {
  // "unbefristet" holds "befristet", "permanent contract" is no contract.
  const text = values.map(value => fold(value.replace(/([a-z])([A-Z])/g, '$1 $2'))).join(' , ')
  const rest = text.replace(/\bpermanent contract\b|\bpermanent employment contract\b/g, 'permanent')
  for (const [type, words] of JOB_TYPE_WORDS) if (words.test(rest)) return type
  return PERMANENT.test(rest) ? 'full-time' : null
}

const SENIORITY_WORDS: [SeniorityLevel, RegExp][] = [
  [
    'executive',
    /^(?:executive|c level|chief|vp|vice president|president|cxo|ceo|cto|cfo|coo|partner|executive level)$/,
  ],
  ['director', /^(?:director|head|head of|direktor|directeur)(?: level)?$/],
  [
    'manager',
    /^(?:manager|management|people manager|team manager|senior manager|senior_manager|mid management)(?: level)?$/,
  ],
  ['principal', /^(?:principal|staff|architect|distinguished|fellow)(?: level)?$/],
  ['lead', /^(?:lead|team lead|tech lead|teamlead|supervisor|leitung)(?: level)?$/],
  ['senior', /^(?:senior|sr|expert|experienced senior|s[eé]nior|advanced)(?: level)?$/],
  [
    'mid',
    /^(?:mid|mid level|middle|medium|intermediate|regular|mid weight|midweight|professional|confirm[eé])(?: level)?$/,
  ],
  [
    'junior',
    /^(?:junior|jr|entry|entry level|graduate|trainee|early career|beginner|berufseinsteiger|d[eé]butant|junior level)(?: level)?$/,
  ],
  [
    'intern',
    /^(?:intern|internship|student|praktikant|apprentice|apprenticeship|working student)(?: level)?$/,
  ],
]

/** Level from one value; "Not Applicable", "Any", "Mid-Senior level" (two levels) and years are null. */
export function readSeniority(value: string): SeniorityLevel | null {
  const text = fold(value).replace(/_/g, ' ')
  for (const [level, words] of SENIORITY_WORDS) if (words.test(text)) return level
  return null
}

const PERIOD_WORDS: [SalaryPeriod, RegExp][] = [
  ['hour', /\bhour|\bhr\b|\bph\b|\bstunde|\bheure|\bhora\b|\bhourly/],
  ['day', /\bday\b|\bdaily|\bpd\b|\bdiem\b|\btag\b|\bjour\b|\bd[ií]a\b/],
  ['week', /\bweek|\bwk\b|\bpw\b|\bwoche|\bsemaine/],
  ['month', /\bmonth|\bmo\b|\bpm\b|\bpcm\b|\bmonat|\bmois\b|\bmensuel|\bmes\b/],
  [
    'year',
    /\byear|\byr\b|\bannual|\bannum|\bpa\b|\bp a\b|\bjahr|\bj[aä]hrlich|\ban\b|\bannuel|\ba[nñ]o\b|\byearly/,
  ],
]

/** Salary period from "YEAR", "annually", "per-year-salary", "HOUR", "PA"; null when unknown or biweekly. */
export function readPeriod(value: string): SalaryPeriod | null {
  const text = fold(value)
  if (/\bbi ?week|\bfortnight|\bsemi ?month/.test(text)) return null
  for (const [period, words] of PERIOD_WORDS) if (words.test(text)) return period
  return null
}

const CURRENCY_MARKS: [string, RegExp][] = [
  ['GBP', /£|\bgbp\b|\bpounds?\b/i],
  ['EUR', /€|\beuros?\b|\beur\b/i],
  ['INR', /₹|\binr\b|\brs\b\.?/i],
  ['USD', /US\s?\$|\$\s?US\b|\busd\b/i],
  ['CAD', /CA?\$|\bcad\b/i],
  ['AUD', /AU?\$|\baud\b/i],
  ['SGD', /S\$|\bsgd\b/i],
  ['NZD', /NZ\$|\bnzd\b/i],
  ['BRL', /R\$|\bbrl\b/i],
  ['PLN', /\bpln\b|\bzł/i],
  ['CHF', /\bchf\b/i],
  ['ILS', /₪/],
  ['TRY', /₺/],
  ['KRW', /₩/],
  ['UAH', /₴/],
  ['PHP', /₱/],
  ['NGN', /₦/],
  ['VND', /₫/],
]

/** ISO 4217 code of a currency field or of a mark inside an amount. A bare "$", "kr" or "¥" is null: of whom? */
export function readCurrency(value: string): string | null {
  const text = value.trim()
  if (/^[A-Za-z]{3}$/.test(text)) return text.toUpperCase() === 'RMB' ? 'CNY' : text.toUpperCase()
  for (const [code, mark] of CURRENCY_MARKS) if (mark.test(text)) return code
  return null
}

/**
 * One amount: 45000, "£45,000", "45.000 EUR", "45k", "1,20,000", "12.5 LPA", "$50.50". Null when the text holds no
 * number, several, or nothing above zero (boards write 0 for "not stated").
 */
export function readAmount(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) && value > 0 ? value : null
  if (typeof value !== 'string' || value.length > 60) return null
  const found = value.match(/\d[\d.,'’\s]*/g)
  if (found?.length !== 1) return null
  const number = readNumber(found[0].trim().replace(/[.,]$/, ''))
  if (number === null || number <= 0) return null
  if (/\d\s*k\b/i.test(value)) return number * 1000
  if (/\d\s*(?:lpa|lakhs?|lacs?|l)\b/i.test(value)) return Math.round(number * 100_000)
  return /\d\s*(?:m|mio|million)\b/i.test(value) ? number * 1_000_000 : number
}

/** Number with any of the usual separators: the last one is decimal when one or two digits follow it. */
function readNumber(digits: string): number | null {
  const plain = digits.replace(/['’\s]/g, '')
  const decimals = /[.,](\d{1,2})$/.exec(plain)
  const repeated = decimals !== null && plain.split(plain.at(-decimals[0].length) ?? '').length > 2
  const whole = decimals === null || repeated ? plain : plain.slice(0, -decimals[0].length)
  const number = Number(`${whole.replace(/[.,]/g, '')}.${decimals === null || repeated ? '0' : decimals[1]}`)
  return Number.isFinite(number) ? number : null
}

const SIZES: [CompanySize, number, number][] = [
  ['1-10', 1, 10],
  ['11-50', 11, 50],
  ['51-200', 51, 200],
  ['201-500', 201, 500],
  ['501-1000', 501, 1000],
  ['1001-5000', 1001, 5000],
  ['5001-10000', 5001, 10_000],
  ['10001+', 10_001, Number.POSITIVE_INFINITY],
]

/** Size class of "350", "51-200 employees", "1,001 to 5,000", "10,000+"; null when a range spans two classes. */
export function readCompanySize(value: unknown): CompanySize | null {
  const text = String(value).replace(/(?<=\d)[,.'\s](?=\d{3}\b)/g, '')
  const thousands = text.replace(/(\d+(?:\.\d+)?)\s*k\b/gi, (_, number: string) =>
    String(Number(number) * 1000),
  )
  const numbers = (thousands.match(/\d+/g) ?? []).map(Number)
  const [low, high] = numbers
  if (low === undefined || numbers.length > 2 || low < 1) return null
  const open = high === undefined && /\d\s*\+|more than|over\b|mehr als/i.test(thousands)
  const from = open && (low === 10_000 || low % 10 === 0) ? low + 1 : low
  const lowClass = SIZES.find(([, smallest, largest]) => from >= smallest && from <= largest)
  const highClass = open
    ? SIZES.at(-1)
    : SIZES.find(([, smallest, largest]) => (high ?? low) >= smallest && (high ?? low) <= largest)
  return lowClass === highClass ? (lowClass?.[0] ?? null) : null
}

/** An http(s) address, "www." completed; null for anything else. */
export function readUrl(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.trim()
  if (text === '' || text.length > 2000 || /\s/.test(text)) return null
  const complete =
    /^(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|co|de|uk|fr|eu|ai|dev|app|jobs)(?:\/|$))/i.test(
      text,
    )
      ? `https://${text}`
      : text
  if (!/^https?:\/\//i.test(complete) || !URL.canParse(complete)) return null
  return complete
}
