const set = (text: string) => new Set(text.trim().split(/\s+/))

/** Words around a place that say how or where in it people work; they carry no name (folded). */
export const NOISE = set(`
  remote remotely hybrid onsite site on off office offices based only anywhere in within from the a an of area areas metro
  metropolitan greater region city town headquarters headquarter hq campus downtown central centre center fully full time part 100
  percent home homebased wfh flexible flex or and near nearby around outside location locations located office-based
  first friendly possible option optional available candidates position job work working place any other multiple various
  county borough district state province nationwide national us-based days day week per min max at to visa sponsorship
  temporarily currently onsite/remote preferred required must be also all open suburb suburbs inner outer permanent contract
  telework telecommute ok okay allowed worldwide world global globally international distributed occasional occasionally
  wide across throughout pan whole entire all eligible anywhere bundesweit deutschlandweit standort raum bei und oder teilweise teletravail distancia remoto hibrido presencial
  zip code postcode cedex bp northern southern eastern western
`)

/** Single words that are towns too, but mean something else when they stand alone, even as a whole location (folded). */
export const NEVER_ALONE = set(`
  of mobile remote home central various multiple anywhere flexible online worldwide global international national field
  virtual office any other all unknown hybrid north south east west northeast northwest southeast southwest male most price
  usa-wide many best same date date- normal universal university college enterprise commerce industry liberty media
  corporate general independence experience sales support service services engineering data platform senior junior manager
  director engineer developer lead full time part job jobs team summit pioneer progress apex vertex nova optimum mission
  eu uk us la man can via sur pay see new as is it be no or and de la el al ma pa me hi ok in on at by do go my so to we
  distributed headquarters hq street road avenue park hill lake island valley station village bay beach springs
  none null tbd tba tbc see description confirmed varies eastern western northern southern midlands inner outer upper lower
  pacific atlantic mountain coast coastal
`)

/** Single words that are towns too, but are common words, first names or brands in running text (folded). */
export const COMMON = new Set(
  [
    ...NEVER_ALONE,
    ...set(`
  reading bath nice orange hull split deal sandwich wells battle rugby poole march may ware street diss eye rye ash beer hope
  ford lincoln jackson madison jordan austin- charlotte- florence victoria sofia alexandria sydney- georgia virginia carolina
  phoenix- aurora eureka troy salem concord lancaster dover paradise sparks plain buffalo- mesa columbia washington- franklin
  clinton monroe hamilton marion jefferson adams grant lee page logan allen mason carter parker taylor tyler wayne warren
  houston- martin nelson elgin elk grove provo logan ogden orem kent essex union unity harmony justice freedom victory champion
  hastings ripley derby- bury hyde leek chard stone wing hook wick lynn king kings prince princes baker butler cook miller
  mandal moss bergen- horten lund ystad kista grand roman rio lima- cork- sandy normal bend chester clay cleveland- columbus-
  converse crystal dallas- denver- diamond dublin- eden edison emerald erie fair falls field fields flint forest fort garland
  gem gilbert glendale globe gold golden hammond harvard harvey hayward henry hercules hobart huron imperial inkster ironwood
  irving- jasper joy keller kelly lawrence liberal long loveland lowell lyon- magnolia marathon marietta marshall matthews maple
  maumee mercer mentor midland milan- mill milton moody moon moore morgan murray nash neptune newton norman norwalk oak oaks ocean
  olive oxford- palm paris- park parks pearl pine plymouth- portage power quincy red rich richmond- river rock rogers rome- rose
  ross rush russell saline san santa scott sedona shell sherman sherwood silver smith smyrna spring star stanley sterling sun
  sunrise superior surprise temple terrace thomas trinity troy tulsa- twin vernon vista walker wall warrior warwick- waterloo-
  watertown wave webster west wheeling white wilson windsor- winter wood worth york- young zion bar bari- brest cannes- tours
  lens angers- troyes- nancy nantes- male vienna- essen hamm- halle- hof wesel kiel- ulm- hagen- kerpen alzey worms celle hamburg-
  laval gap die sale albi bron pau sens vire lure thann best ede goes epe oss- soest wijk aa bo mo od ii py by ry as os
  batley corby selby witney bedford crewe- ely- holy stratford bow barking barnet harrow ealing fleet yate street nelson colne
  barrow settle goole keys ayr- bo'ness largs perth- dundee- oban wick tain nairn elgin ballymena sligo- trim naas kells
  officer driver cook porter warden usher college church salon spa union tower manor grange mission
  delta omega alpha beta data agency agile bachelor bonus campus cash chance class code credit diversity drive energy
  france- india- guinea- chad- jersey- cuba- turkey- oman- niger- mali- peru- china-
  central- como lodi lucca- siena- pisa- bra asti- imola nola bali goa surat- nasik agra- hisar mau puri patan bid bhuj
  lucky metro model modern natural notre oriental original palo peace perry pilot plan plant portal premier present prime
  process project public quality rapid regional research retail return review rural safe safety sage salt sand school science
  sector security select seed service shift shop sierra signal social solar sound source special sport staff standard start
  steel stock story style supply system table target tax tech test top total tower town trade trail trainer transit travel
  tri true trust turbo ultra urban usual valid value vega verde vision vital wage water way web welcome well wellness wells
  win wise women work works world xenia yes zone angel antonio bruno carlos diego francisco jose juan luis maria mario pablo
  pedro rafael santos victor angelo anna anita clara elena emma eva ida irma isabel julia laura lena linda lisa marina martina
  nora olivia paula rosa sara silvia sonia stella teresa vera xavier bernard brandon bryan calvin chandler clark clayton
  clifton clinton clyde crawford curtis dalton davis dayton- dean dennis dickson douglas dudley duncan edgar edmond edwards
  elliot elmer ely evans everett florence francis frank fraser garrison gary george gordon graham greene hardy harrison
  hayes helena henderson holland holt howard hudson hughes hunter irvine- ivan james jerome johnston jones julian justin
  kennedy lamar leonard leslie lewis livingston louis lucas luther lyons marco marcus marvin maxwell mccall meade melvin
  mitchell montgomery napoleon norton oliver oscar owen palmer patterson paul peterson philip pierce pope porter preston
  randolph raymond reed reynolds robert robinson roger roland roosevelt roy royal rufus sanford shelby sheldon sidney
  simpson spencer stafford stephen steven stewart sullivan sumner terry theodore trent tucker turner vincent wallace walter
  washington watson wayne wesley whitney wright
`),
  ].filter(word => !word.endsWith('-')),
)

/** Regions wider than a country, and words for "everywhere": they name no office (folded keys). */
export const WIDE = new Set([
  'europe',
  'emea',
  'apac',
  'latam',
  'amer',
  'americas',
  'the americas',
  'north america',
  'south america',
  'latin america',
  'asia',
  'africa',
  'middle east',
  'mena',
  'eu',
  'european union',
  'dach',
  'benelux',
  'nordics',
  'scandinavia',
  'worldwide',
  'anywhere',
  'anywhere in the world',
  'global',
  'oceania',
  'asia pacific',
  'eastern europe',
  'western europe',
  'central america',
  'anz',
  'cee',
  'gcc',
  'eea',
  'baltics',
  'balkans',
  'caribbean',
  'southeast asia',
  'uki',
  'est',
  'pst',
  'cet',
])

/** Words that make a segment speak of hours and not of a place (folded). */
export const TIME = set('time timezone timezones tz zones hours hrs overlap utc gmt')

/** Names that are written short when they stand alone, with their keys in the gazetteer. */
export const ALONE: Record<string, string> = { la: 'los angeles', dc: 'washington dc', gta: 'toronto' }

/** Provinces that are written in letters of their own, with their keys in the gazetteer. */
export const SHORT_FOR: Record<string, string> = { ni: 'northern ireland' }

/** Provinces as they are abbreviated with a dot ("London, Ont."), with their letters. */
export const DOTTED: Record<string, string> = {
  ont: 'ON',
  que: 'QC',
  alta: 'AB',
  calif: 'CA',
  mass: 'MA',
  conn: 'CT',
  penn: 'PA',
  wash: 'WA',
  tex: 'TX',
  fla: 'FL',
  mich: 'MI',
  minn: 'MN',
  colo: 'CO',
  ariz: 'AZ',
  ore: 'OR',
  tenn: 'TN',
  wis: 'WI',
  ill: 'IL',
  vic: 'VIC',
  tas: 'TAS',
}

/** Words of a street, with which a segment that begins with a number is an address line (folded). */
export const STREET = set(`
  st street rd road ave avenue blvd boulevard dr drive ln lane way hwy highway pkwy parkway court ct plaza square sq terrace rue
  strasse str allee platz weg via calle avenida ulica ul al aleje rua straat laan kade gata gatan vej suite floor
  building unit po box house
`)
