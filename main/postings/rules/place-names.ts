/** The names of places that appear in postings again and again, folded, as far as normalising needs them. */

function table(text: string): Map<string, string> {
  const entries = new Map<string, string>()
  for (const line of text.trim().split('\n')) {
    const [code = '', names = ''] = line.trim().split(/:\s*/)
    for (const name of names.split(/,\s*/)) if (name) entries.set(name, code)
  }
  return entries
}

/** Folded name or code of a country to its ISO 3166-1 alpha-2 code in lower case. */
export const COUNTRY_BY_NAME = table(`
  ae: ae, are, uae, united arab emirates
  ar: ar, arg, argentina
  at: at, aut, austria, osterreich
  au: au, aus, australia
  be: be, bel, belgium, belgie, belgique, belgien
  bg: bg, bgr, bulgaria
  br: br, bra, brazil, brasil
  ca: ca, can, canada
  ch: ch, che, switzerland, schweiz, suisse, svizzera
  cl: cl, chl, chile
  cn: cn, chn, china
  co: co, col, colombia
  cr: cr, cri, costa rica
  cy: cy, cyp, cyprus
  cz: cz, cze, czech republic, czechia, cesko, ceska republika
  de: de, deu, ger, germany, deutschland, allemagne
  dk: dk, dnk, denmark, danmark
  ee: ee, est, estonia, eesti
  eg: eg, egy, egypt
  es: es, esp, spain, espana
  fi: fi, fin, finland, suomi
  fr: fr, fra, france
  gb: gb, gbr, uk, u.k, united kingdom, great britain, britain, england, scotland, wales, northern ireland, england and wales
  gr: gr, grc, greece
  hk: hk, hkg, hong kong
  hr: hr, hrv, croatia, hrvatska
  hu: hu, hun, hungary, magyarorszag
  id: id, idn, indonesia
  ie: ie, irl, ireland, republic of ireland, eire
  il: il, isr, israel
  in: in, ind, india
  is: is, isl, iceland
  it: it, ita, italy, italia
  jp: jp, jpn, japan
  ke: ke, ken, kenya
  kr: kr, kor, south korea, korea, republic of korea
  lk: lk, lka, sri lanka
  lt: lt, ltu, lithuania, lietuva
  lu: lu, lux, luxembourg, luxemburg
  lv: lv, lva, latvia
  ma: mar, morocco, maroc
  mt: mlt, malta
  mx: mx, mex, mexico
  my: my, mys, malaysia
  ng: ng, nga, nigeria
  nl: nl, nld, netherlands, the netherlands, nederland, holland
  no: no, nor, norway, norge
  nz: nz, nzl, new zealand, aotearoa
  pe: pe, per, peru
  ph: ph, phl, philippines
  pk: pk, pak, pakistan
  pl: pl, pol, poland, polska
  pr: pr, pri, puerto rico
  pt: pt, prt, portugal
  qa: qa, qat, qatar
  ro: ro, rou, romania
  rs: rs, srb, serbia, srbija
  sa: sa, sau, saudi arabia, ksa
  se: se, swe, sweden, sverige
  sg: sg, sgp, singapore
  si: si, svn, slovenia, slovenija
  sk: sk, svk, slovakia, slovensko
  th: th, tha, thailand
  tr: tr, tur, turkey, turkiye
  tw: tw, twn, taiwan
  ua: ua, ukr, ukraine
  us: us, usa, u.s, u.s.a, united states, united states of america, america
  uy: uy, ury, uruguay
  vn: vn, vnm, vietnam, viet nam
  za: za, zaf, south africa
`)

/** Folded name or code of a state or province to "country-code": "us-tx". Codes shared by two countries are here once for each in REGION_BY_CODE. */
export const REGION_BY_NAME = table(`
  us-al: alabama
  us-ak: alaska
  us-az: arizona
  us-ar: arkansas
  us-ca: california
  us-co: colorado
  us-ct: connecticut
  us-de: delaware
  us-dc: district of columbia
  us-fl: florida
  us-hi: hawaii
  us-id: idaho
  us-il: illinois
  us-in: indiana
  us-ia: iowa
  us-ks: kansas
  us-ky: kentucky
  us-la: louisiana
  us-me: maine
  us-md: maryland
  us-ma: massachusetts
  us-mi: michigan
  us-mn: minnesota
  us-ms: mississippi
  us-mo: missouri
  us-mt: montana
  us-ne: nebraska
  us-nv: nevada
  us-nh: new hampshire
  us-nj: new jersey
  us-nm: new mexico
  us-ny: new york state
  us-nc: north carolina
  us-nd: north dakota
  us-oh: ohio
  us-ok: oklahoma
  us-or: oregon
  us-pa: pennsylvania
  us-ri: rhode island
  us-sc: south carolina
  us-sd: south dakota
  us-tn: tennessee
  us-tx: texas
  us-ut: utah
  us-vt: vermont
  us-va: virginia
  us-wa: washington state
  us-wv: west virginia
  us-wi: wisconsin
  us-wy: wyoming
  ca-ab: alberta
  ca-bc: british columbia
  ca-mb: manitoba
  ca-nb: new brunswick
  ca-nl: newfoundland and labrador
  ca-ns: nova scotia
  ca-on: ontario
  ca-pe: prince edward island
  ca-qc: quebec
  ca-sk: saskatchewan
  au-act: australian capital territory
  au-nsw: new south wales
  au-nt: northern territory
  au-qld: queensland
  au-sa: south australia
  au-tas: tasmania
  au-vic: victoria
  au-wa: western australia
`)

/** Names that are a region only after a city: "New York, New York", "Seattle, Washington", "Quebec, Quebec". */
export const REGION_AFTER_CITY = table(`
  us-ny: new york
  us-wa: washington
  us-ga: georgia
`)

/** Codes by country: "us" to the set of its state codes. */
export const REGION_CODES: Readonly<Record<string, ReadonlySet<string>>> = {
  us: codesOf('us'),
  ca: codesOf('ca'),
  au: codesOf('au'),
}

function codesOf(country: string): Set<string> {
  const codes = [...REGION_BY_NAME.values(), ...REGION_AFTER_CITY.values()]
  return new Set(codes.filter(code => code.startsWith(`${country}-`)).map(code => code.slice(3)))
}

/** Counties and regions of the United Kingdom: after a city they say no more than the country does. */
export const UK_REGIONS = new Set(
  `avon, bedfordshire, berkshire, buckinghamshire, cambridgeshire, cheshire, cornwall, cumbria, derbyshire, devon,
  dorset, county durham, east sussex, essex, gloucestershire, greater london, greater manchester, hampshire,
  herefordshire, hertfordshire, isle of wight, kent, lancashire, leicestershire, lincolnshire, merseyside,
  middlesex, norfolk, north yorkshire, northamptonshire, northumberland, nottinghamshire, oxfordshire, rutland,
  shropshire, somerset, south yorkshire, staffordshire, suffolk, surrey, tyne and wear, warwickshire,
  west midlands, west sussex, west yorkshire, east yorkshire, yorkshire, wiltshire, worcestershire,
  south glamorgan, west glamorgan, gwent, dyfed, gwynedd, powys, clwyd, fife, lothian, midlothian, strathclyde,
  county antrim, county down, south east england, south west england, north west england, north east england,
  east of england, east midlands, yorkshire and the humber, yorkshire and humber, south east, south west,
  north west, north east, london area`
    .split(',')
    .map(name => name.trim().replace(/\s+/g, ' ')),
)

/** Other spellings of a city, folded. */
export const CITY_ALIASES = table(`
  new york: nyc, new york city, n y, n y c, ny ny, manhattan new york, new york city metropolitan area, greater new york city area
  san francisco: sf, san fran, san francisco city
  los angeles: greater los angeles area
  washington dc: washington d.c, dc, d.c, washington d c
  london: greater london, central london, city of london, inner london, london area, greater london area, londres
  manchester: manchester area
  birmingham: birmingham area
  munich: munchen, muenchen
  cologne: koln, koeln
  nuremberg: nurnberg, nuernberg
  hanover: hannover
  frankfurt: frankfurt am main, frankfurt/main, frankfurt a.m, frankfurt a m
  dusseldorf: duesseldorf
  vienna: wien
  zurich: zuerich
  geneva: geneve, genf
  basel: basle, bale
  bern: berne
  prague: praha
  warsaw: warszawa
  krakow: cracow, krakau
  brussels: bruxelles, brussel
  antwerp: antwerpen
  ghent: gent
  lisbon: lisboa
  milan: milano
  rome: roma
  turin: torino
  florence: firenze
  naples: napoli
  seville: sevilla
  copenhagen: kobenhavn
  gothenburg: goteborg
  the hague: den haag, s-gravenhage
  bucharest: bucuresti
  athens: athina
  belgrade: beograd
  bangalore: bengaluru
  mumbai: bombay
  gurgaon: gurugram
  kyiv: kiev
  ho chi minh city: ho chi minh, saigon, hcmc
  hanoi: ha noi
  sao paulo: sao paolo
  mexico city: ciudad de mexico, cdmx
  montreal: ville de montreal
`)

/** Cities that need no region or country to be told from others, with where they are. */
export const KNOWN_CITIES = new Map(
  `london gb, birmingham gb, manchester gb, leeds gb, glasgow gb, edinburgh gb, liverpool gb, bristol gb,
  sheffield gb, cardiff gb, belfast gb, nottingham gb, leicester gb, coventry gb, brighton gb, oxford gb,
  southampton gb, milton keynes gb, aberdeen gb, dublin ie, cork ie, galway ie, berlin de, munich de, hamburg de,
  cologne de, frankfurt de, stuttgart de, dusseldorf de, leipzig de, dresden de, nuremberg de, hanover de,
  bonn de, karlsruhe de, mannheim de, dortmund de, essen de, bremen de, vienna at, graz at, linz at, salzburg at,
  zurich ch, geneva ch, basel ch, bern ch, lausanne ch, paris fr, lyon fr, marseille fr, toulouse fr, nantes fr,
  bordeaux fr, lille fr, nice fr, strasbourg fr, madrid es, barcelona es, valencia es, seville es, malaga es,
  lisbon pt, porto pt, milan it, rome it, turin it, florence it, bologna it, naples it, amsterdam nl,
  rotterdam nl, utrecht nl, the hague nl, eindhoven nl, brussels be, antwerp be, ghent be, copenhagen dk,
  aarhus dk, stockholm se, gothenburg se, malmo se, oslo no, bergen no, helsinki fi, tallinn ee, riga lv,
  vilnius lt, warsaw pl, krakow pl, wroclaw pl, gdansk pl, poznan pl, prague cz, brno cz, ostrava cz,
  bratislava sk, budapest hu, bucharest ro, cluj-napoca ro, sofia bg, belgrade rs, zagreb hr, ljubljana si,
  athens gr, istanbul tr, ankara tr, kyiv ua, lviv ua, tel aviv il, dubai ae, abu dhabi ae, riyadh sa, doha qa,
  cairo eg, nairobi ke, lagos ng, johannesburg za, cape town za, bangalore in, mumbai in, delhi in,
  new delhi in, gurgaon in, noida in, hyderabad in, chennai in, pune in, kolkata in, tokyo jp, osaka jp,
  seoul kr, beijing cn, shanghai cn, shenzhen cn, taipei tw, hong kong hk, singapore sg, kuala lumpur my,
  bangkok th, jakarta id, manila ph, hanoi vn, ho chi minh city vn, sydney au-nsw, melbourne au-vic,
  brisbane au-qld, perth au-wa, adelaide au-sa, canberra au-act, auckland nz, wellington nz, toronto ca-on,
  ottawa ca-on, montreal ca-qc, vancouver ca-bc, calgary ca-ab, edmonton ca-ab, new york us-ny,
  san francisco us-ca, los angeles us-ca, san diego us-ca, palo alto us-ca, mountain view us-ca,
  sunnyvale us-ca, seattle us-wa, boston us-ma, chicago us-il, austin us-tx, dallas us-tx, houston us-tx,
  san antonio us-tx, denver us-co, atlanta us-ga, miami us-fl, orlando us-fl, tampa us-fl, philadelphia us-pa,
  pittsburgh us-pa, phoenix us-az, las vegas us-nv, salt lake city us-ut, minneapolis us-mn, detroit us-mi,
  nashville us-tn, washington dc us-dc, baltimore us-md, charlotte us-nc, raleigh us-nc, indianapolis us-in,
  milwaukee us-wi, sacramento us-ca, brooklyn us-ny, sao paulo br, rio de janeiro br, buenos aires ar,
  santiago cl, bogota co, lima pe, mexico city mx, guadalajara mx, monterrey mx, montevideo uy`
    .split(',')
    .map(entry => {
      const words = entry.trim().replace(/\s+/g, ' ')
      const space = words.lastIndexOf(' ')
      return [words.slice(0, space), words.slice(space + 1)] as const
    }),
)
