import type { ReadText } from './text.ts'

/**
 * Frequent words that (nearly) only one of these languages uses, next to the most frequent shared ones.
 * Written from general knowledge of each language's function words.
 */
const STOP_WORDS: Record<string, string> = {
  en: 'the and of to in for with you your our we are is will be on as that this have from at or by an it who what can their they about all which more',
  de: 'und der die das den dem des ein eine einen einer eines für mit du dich dein deine wir uns unsere unser ist sind wird werden auf als auch bei im zum zur von vom sie ihre ihr oder nicht sowie über aus nach dir es dass',
  fr: 'le la les des du et une un pour avec vous votre vos nous notre nos est sont sera dans sur au aux par que qui en ce cette ces il elle plus ou de leur être afin ainsi',
  es: 'el la los las del y una un para con tu tus nosotros nuestro nuestra es son será en sobre por que se su sus al más o de como lo le te ser está eres buscamos',
  nl: 'de het een en van voor met je jij jouw ons onze wij we is zijn wordt worden in op als ook bij aan naar te dat die dit of niet door om uit hebt heeft bent',
  it: 'il lo la gli le dei delle della del di e una un per con tu tuo nostro nostra siamo è sono sarà in su da che si al alla più o come nel nella nei ai sei anche',
  pl: 'i w z na do się nie jest oraz dla że jak lub od po przez przy za są być będzie twoje twój nasz nasze naszej nasza ciebie o czy które który która ze u co pracy jako możliwość mile',
  cs: 'a v na se je že s z do pro k jsme jsou být bude budeš by nebo jako také tvé tvůj naše náš našeho nám který která které které ve po při co o za od ale už máš umíš práce ti tě',
  sk: 'a v na sa je že s z do pre k sme sú byť bude budeš by alebo ako aj tiež tvoje tvoj naše náš našej nám ktorý ktorá ktoré vo po pri čo o za od ale máš práca ti ťa',
  sv: 'och att det i på är som en av för med till den har du vi inte om ett din ditt dina vår våra oss dig kan ska eller även hos från så blir vara där när samt vill',
  da: 'og at det i på er som en af for med til den har du vi ikke om et din dit dine vores os dig kan skal eller også hos fra så bliver være hvor når samt vil hvis af',
  no: 'og å det i på er som en av for med til den har du vi ikke om et din ditt dine vår våre oss deg kan skal eller også hos fra så blir være hvor når samt vil hvis av',
  fi: 'ja on ei että se sekä tai kun voit olet ovat myös joka jotka sinulla meillä me sinun meidän työ hän kuin mutta olla sinua ole niin jos kanssa mukaan vain',
  hu: 'a az és hogy nem is egy van vagy meg ez azt de ha csak mint ami amely valamint el be ki lehet lesz vagyunk számára az által szeretnél munka',
  ro: 'și de la în cu pe un o este sunt pentru să nu care din mai sau al ale ai ca prin dar noastră noastre nostru tău ta tale vei vom fi ce cum se îți',
  pt: 'o os as dos das do da e uma um para com você seu sua nosso nossa é são será em no na nos nas por que se ao à mais ou de como não está ser',
}

const LANGUAGES = Object.keys(STOP_WORDS)

interface Owners {
  languages: number[]
  /** A word of one language says the most; one of many says little. */
  weight: number
}

const WORDS = new Map<number, Owners>()
/** One byte for each lower twelve bits of a mixed key: small enough to stay at hand, it spares most look-ups. */
const NEAR = new Uint8Array(4_096)
for (const [index, language] of LANGUAGES.entries()) {
  for (const word of new Set((STOP_WORDS[language] ?? '').split(' '))) {
    const languages = [...(WORDS.get(keyOf(word))?.languages ?? []), index]
    WORDS.set(keyOf(word), { languages, weight: languages.length ** -1.5 })
    NEAR[nearOf(keyOf(word))] = 1
  }
}

const WINDOW = 900
const MIN_WORDS = 12
/** Letters that none of these languages uses: Greek, Cyrillic, Turkish, Baltic and others. */
const FOREIGN = /[ğışđļķģņūėъ-яα-ω]/g
/** Letters that only one of these languages uses, and what each of them counts. */
const OWN_LETTERS: Record<string, string> = { cs: 'řěů', sk: 'ľĺŕ', pl: 'łąęśżźń', hu: 'őű', ro: 'șță' }
const LETTERS = new Map<number, number>()
for (const [language, letters] of Object.entries(OWN_LETTERS))
  for (const letter of letters) LETTERS.set(letter.charCodeAt(0), LANGUAGES.indexOf(language))
const LETTER_WEIGHT = 0.6

/** a–z, the small letters of Latin-1 and of Central Europe. */
function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0x21b && code !== 0xf7)
}

/** A number for a word, of 30 bits; words of these lists never share one. */
function keyOf(word: string): number {
  let key = 0
  for (let i = 0; i < word.length; i++) key = grow(key, word.charCodeAt(i))
  return key
}

function nearOf(key: number): number {
  return (key ^ (key >>> 12)) & 4_095
}

function grow(key: number, code: number): number {
  return (Math.imul(key, 67) + code) & 0x3fff_ffff
}

/**
 * ISO 639-1 code of a text by its function words; null for short texts, other languages and mixtures. A word shared by
 * several languages counts less for each.
 */
export function detectLanguage(text: ReadText): string | null {
  const sample = text.lower.length > WINDOW ? text.lower.slice(0, WINDOW) : text.lower
  if ((sample.match(FOREIGN)?.length ?? 0) > sample.length * 0.008) return null
  const scores = new Float64Array(LANGUAGES.length)
  let words = 0
  let known = 0
  for (let at = 0; at < sample.length; at++) {
    let code = sample.charCodeAt(at)
    if (!isLetter(code)) continue
    let key = 0
    do {
      key = grow(key, code)
      if (code > 0xff) addLetter(scores, code)
      code = ++at < sample.length ? sample.charCodeAt(at) : 0
    } while (isLetter(code))
    words++
    if (NEAR[nearOf(key)] === 0) continue
    const owners = WORDS.get(key)
    if (!owners) continue
    known++
    const { languages, weight } = owners
    for (let i = 0; i < languages.length; i++) {
      const owner = languages[i] ?? 0
      scores[owner] = (scores[owner] ?? 0) + weight
    }
  }
  if (words < MIN_WORDS || known < words * 0.12) return null
  return surest(scores, words)
}

function addLetter(scores: Float64Array, code: number): void {
  const owner = LETTERS.get(code)
  if (owner !== undefined) scores[owner] = (scores[owner] ?? 0) + LETTER_WEIGHT
}

/** The language ahead of all others; running text holds about four function words in ten, lists of skills fewer than one. */
function surest(scores: Float64Array, words: number): string | null {
  let best = 0
  for (let i = 1; i < scores.length; i++) if ((scores[i] ?? 0) > (scores[best] ?? 0)) best = i
  const top = scores[best] ?? 0
  let second = 0
  for (let i = 0; i < scores.length; i++) if (i !== best) second = Math.max(second, scores[i] ?? 0)
  if (top < words * 0.06 || top < 2.5 || second > top * 0.7) return null
  return LANGUAGES[best] ?? null
}
