import type { ReadText } from './text.ts'

/**
 * Frequent words that (nearly) only one of the seven languages uses, next to the most frequent shared ones.
 * Written from general knowledge of each language's function words.
 */
const STOP_WORDS: Record<string, string> = {
  en: 'the and of to in for with you your our we are is will be on as that this have from at or by an it who what can their they about all which more',
  de: 'und der die das den dem des ein eine einen einer eines für mit du dich dein deine wir uns unsere unser ist sind wird werden auf als auch bei im zum zur von vom sie ihre ihr oder nicht sowie über aus nach dir es dass',
  fr: 'le la les des du et une un pour avec vous votre vos nous notre nos est sont sera dans sur au aux par que qui en ce cette ces il elle plus ou de leur être afin ainsi',
  es: 'el la los las del y una un para con tu tus nosotros nuestro nuestra es son será en sobre por que se su sus al más o de como lo le te ser está eres buscamos',
  nl: 'de het een en van voor met je jij jouw ons onze wij we is zijn wordt worden in op als ook bij aan naar te dat die dit of niet door om uit hebt heeft bent',
  it: 'il lo la gli le dei delle della del di e una un per con tu tuo nostro nostra siamo è sono sarà in su da che si al alla più o come nel nella nei ai sei anche',
  pt: 'o os as dos das do da e uma um para com você seu sua nosso nossa é são será em no na nos nas por que se ao à mais ou de como não está ser',
}

const LANGUAGES = Object.keys(STOP_WORDS)
const WORDS = new Map<string, number[]>()
for (const [index, language] of LANGUAGES.entries()) {
  for (const word of (STOP_WORDS[language] ?? '').split(' ')) {
    const owners = WORDS.get(word) ?? []
    owners.push(index)
    WORDS.set(word, owners)
  }
}

const WINDOW = 900
const MIN_WORDS = 12
/** Letters that none of the seven languages uses: Czech, Polish, Nordic, Turkish and others. */
const FOREIGN = /[čřěůžšťďňłąęśżźćńőűğışđåøæļķģņūėțăъ-яα-ω]/g
const LONGEST = Math.max(...[...WORDS.keys()].map(word => word.length))

/** a–z, the small letters of Latin-1, and œ. */
function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff && code !== 0xf7) || code === 0x153
}

/**
 * ISO 639-1 code of a text by its function words: en, de, fr, es, nl, it or pt; null for short texts, other
 * languages and mixtures. A word shared by several languages counts for each by its share.
 */
export function detectLanguage(text: ReadText): string | null {
  const sample = text.lower.slice(0, WINDOW)
  if ((sample.match(FOREIGN)?.length ?? 0) > sample.length * 0.008) return null
  const scores = new Float64Array(LANGUAGES.length)
  let words = 0
  for (let at = 0; at < sample.length; ) {
    if (!isLetter(sample.charCodeAt(at))) {
      at++
      continue
    }
    const start = at
    do at++
    while (at < sample.length && isLetter(sample.charCodeAt(at)))
    words++
    // No function word is longer.
    const owners = at - start > LONGEST ? undefined : WORDS.get(sample.slice(start, at))
    if (owners) for (const owner of owners) scores[owner] = (scores[owner] ?? 0) + 1 / owners.length
  }
  if (words < MIN_WORDS) return null
  let best = 0
  for (let i = 1; i < scores.length; i++) if ((scores[i] ?? 0) > (scores[best] ?? 0)) best = i
  const top = scores[best] ?? 0
  let second = 0
  for (let i = 0; i < scores.length; i++) if (i !== best) second = Math.max(second, scores[i] ?? 0)
  // Running text holds about four function words in ten; lists of skills fewer than one.
  if (top < words * 0.08 || top < 3 || second > top * 0.6) return null
  return LANGUAGES[best] ?? null
}
