/** Countries and regions as postings name them where they say from where one may work; ISO 3166-1 alpha-2 or `REGIONS`. */
const NAMES: Record<string, string> = {
  US: 'us|usa|u.s.|u.s.a.|united states of america|united states|continental us|continental united states|états-unis|estados unidos|vereinigte staaten|verenigde staten',
  CA: 'canada|kanada|canadá',
  MX: 'mexico|méxico',
  BR: 'brazil|brasil|brasilien',
  AR: 'argentina',
  CL: 'chile',
  CO: 'colombia',
  PE: 'peru|perú',
  UY: 'uruguay',
  CR: 'costa rica',
  GB: 'uk|u.k.|united kingdom|great britain|england|scotland|wales|royaume-uni|reino unido|vereinigtes königreich|großbritannien|grossbritannien',
  IE: 'ireland|republic of ireland|irland',
  DE: 'germany|deutschland|allemagne|alemania|duitsland',
  AT: 'austria|österreich|autriche',
  CH: 'switzerland|schweiz|suisse',
  FR: 'france|frankreich|francia|frankrijk',
  ES: 'spain|españa|spanien|espagne|spanje',
  PT: 'portugal',
  IT: 'italy|italien|italia|italie',
  NL: 'the netherlands|netherlands|nederland|niederlande|pays-bas|holland',
  BE: 'belgium|belgien|belgique|belgië',
  LU: 'luxembourg|luxemburg',
  DK: 'denmark|dänemark',
  SE: 'sweden|schweden',
  NO: 'norway|norwegen',
  FI: 'finland|finnland',
  IS: 'iceland',
  PL: 'poland|polska|polen',
  CZ: 'czech republic|czechia|the czech republic|tschechien',
  SK: 'slovakia|slowakei',
  HU: 'hungary|ungarn',
  RO: 'romania|rumänien',
  BG: 'bulgaria|bulgarien',
  GR: 'greece|griechenland',
  HR: 'croatia|kroatien',
  RS: 'serbia|serbien',
  SI: 'slovenia',
  UA: 'ukraine',
  EE: 'estonia',
  LV: 'latvia',
  LT: 'lithuania',
  CY: 'cyprus',
  MT: 'malta',
  TR: 'turkey|türkiye',
  IL: 'israel',
  AE: 'uae|u.a.e.|united arab emirates',
  EG: 'egypt',
  NG: 'nigeria',
  KE: 'kenya',
  GH: 'ghana',
  ZA: 'south africa',
  IN: 'india|indien',
  PK: 'pakistan',
  BD: 'bangladesh',
  LK: 'sri lanka',
  SG: 'singapore',
  MY: 'malaysia',
  ID: 'indonesia',
  PH: 'the philippines|philippines',
  TH: 'thailand',
  VN: 'vietnam',
  CN: 'china',
  HK: 'hong kong',
  TW: 'taiwan',
  JP: 'japan',
  KR: 'south korea|korea',
  AU: 'australia|australien',
  NZ: 'new zealand|nz',
  europe:
    'europe|europa|western europe|central europe|eastern europe|eea|european economic area|european countries',
  eu: 'eu|e.u.|european union|union européenne|europäische union|eu countries',
  emea: 'emea',
  americas: 'the americas|americas',
  north_america: 'north america|north-america|nordamerika|noram|northern america',
  latam:
    'latam|latin america|lateinamerika|latinoamérica|américa latina|amérique latine|south america|central america',
  apac: 'apac|asia pacific|asia-pacific|oceania',
  africa: 'africa',
  asia: 'asia|south east asia|southeast asia',
  worldwide:
    'worldwide|anywhere in the world|anywhere on earth|the world|world|whole world|anywhere|globally|global|weltweit|all over the world',
}

const CODES = new Map<string, string>()
for (const [code, names] of Object.entries(NAMES)) for (const name of names.split('|')) CODES.set(name, code)

const escaped = (name: string): string => name.replaceAll('.', '\\.')

/** One name of a country or region, as the source of a pattern; longer names come first. */
export const REGION = `(?:${[...CODES.keys()]
  .sort((a, b) => b.length - a.length)
  .map(escaped)
  .join('|')})(?![a-zà-ÿ])`

/** Code of a name that `REGION` matched. */
export function codeOf(name: string): string | null {
  return CODES.get(name) ?? null
}

/** Names that are everyday words unless they are written in capitals. */
export const NEEDS_CAPITALS: ReadonlySet<string> = new Set(['us', 'eu', 'nz'])
