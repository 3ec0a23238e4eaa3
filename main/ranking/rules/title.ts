import type { RankableJob } from '../../contract/ranking.ts'
import { type Factor, listed, NOT_STATED, noWish, thousandths, UNKNOWN } from './factor.ts'
import {
  conceptFound,
  conceptsNear,
  conceptWeight,
  isSpeciality,
  type TitleConcepts,
  titleConcepts,
} from './title-words.ts'

type Titled = Pick<RankableJob, 'title'>

interface Wanted {
  text: string
  /** Concept, the word of the query that gave it, weight. */
  concepts: readonly (readonly [string, string, number])[]
  weight: number
  /** The concepts themselves and those related to them. */
  near: ReadonlySet<string>
}

/** Part of the likeness that comes from how little else the title says. */
const BREVITY = 0.1
/** More other words than this make a title no less fitting: adverts write whole sentences. */
const MOST_OTHERS = 3

/** What "software" weighs in a query that means it without saying it. */
const IMPLIED = 0.3
/** A front-end engineer is no back-end engineer. */
const ANOTHER_SPECIALITY = 0.6
/** What the wanted trade counts when the title is that of its trainer, manager or the like. */
const ONLY_OF_WHAT = 0.4
/** Concepts that name somebody who does something, by their endings. */
const AGENT = /(?:er|or|ist|ian|ant|yst|architect|nurse|cook|mechanic|operative)$/

/**
 * Title: how much of the best alternative of the query (separated by OR) the title holds, by words and synonyms;
 * words of level are left out. A title that names only a part of it falls off faster than that part.
 */
export function titleFactor(query: string): Factor<Titled> {
  const wanted = alternatives(query)
  if (wanted.length === 0) {
    return noWish(query.trim() === '' ? 'your campaign names no title' : 'your query names no trade')
  }
  const names = listed(
    wanted.map(({ text }) => `“${text}”`),
    'or',
    3,
  )
  return {
    share: remembered(({ title }) => {
      const concepts = titleConcepts(title)
      return concepts.words.size === 0 ? UNKNOWN : thousandths(nearest(wanted, concepts).likeness)
    }),
    evidence({ title }) {
      const concepts = titleConcepts(title)
      if (concepts.words.size === 0) return NOT_STATED
      const { best, likeness } = nearest(wanted, concepts)
      return likeness > 0 ? comparison(best, concepts) : `does not fit ${names}`
    },
  }
}

/** Many jobs have a title that others have too. */
const MOST_REMEMBERED = 5_000
/** A longer title is one that nobody else has. */
const LONGEST_REMEMBERED = 100

function remembered(share: (job: Titled) => number): (job: Titled) => number {
  const known = new Map<string, number>()
  return job => {
    if (job.title.length > LONGEST_REMEMBERED) return share(job)
    const before = known.get(job.title)
    if (before !== undefined) return before
    const value = share(job)
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(job.title, value)
    return value
  }
}

function nearest(wanted: readonly Wanted[], title: TitleConcepts): { best: Wanted; likeness: number } {
  let best = wanted[0] as Wanted
  let likeness = -1
  for (const alternative of wanted) {
    const value = likenessOf(alternative, title)
    if (value <= likeness) continue
    likeness = value
    best = alternative
  }
  return { best, likeness }
}

function alternatives(query: string): Wanted[] {
  const wanted: Wanted[] = []
  for (const part of query.split(/\s+(?:OR|or)\s+|\s*\|\s*/)) {
    const text = part.replace(/["“”()]/g, '').trim()
    const { words, impliesSoftware } = titleConcepts(text)
    const concepts = [...words].map(([concept, word]) => {
      const weight = concept === 'software' && impliesSoftware ? IMPLIED : conceptWeight(concept)
      return [concept, word, weight] as const
    })
    if (concepts.length === 0) continue
    const near = new Set(concepts.flatMap(([concept]) => conceptsNear(concept)))
    wanted.push({ text, concepts, near, weight: concepts.reduce((sum, [, , weight]) => sum + weight, 0) })
  }
  return wanted
}

function likenessOf(wanted: Wanted, title: TitleConcepts): number {
  let found = 0
  for (const [concept, , weight] of wanted.concepts) found += partFound(wanted, concept, title) * weight
  if (found === 0) return 0
  let others = 0
  for (const concept of title.words.keys()) {
    if (others < MOST_OTHERS && !wanted.near.has(concept)) others++
  }
  const brevity = found / (found + others)
  const likeness = (1 - BREVITY) * (found / wanted.weight) + BREVITY * brevity
  return likeness * Math.sqrt(likeness) * (namesAnother(wanted, title) ? ANOTHER_SPECIALITY : 1)
}

/** How much of a wanted concept the title holds, 0–1. */
function partFound(wanted: Wanted, concept: string, title: TitleConcepts): number {
  const part = conceptFound(concept, title.words)
  const head = title.under.get(concept)
  if (head === undefined || !AGENT.test(concept)) return part
  return wanted.concepts.some(([other]) => other === head) ? part : part * ONLY_OF_WHAT
}

/** A wanted speciality is missing, and the title names one that is not near any wanted one. */
function namesAnother(wanted: Wanted, title: TitleConcepts): boolean {
  const specialities = wanted.concepts.filter(([concept]) => isSpeciality(concept))
  if (specialities.length === 0) return false
  if (specialities.some(([concept]) => conceptFound(concept, title.words) > 0)) return false
  for (const concept of title.words.keys()) {
    if (isSpeciality(concept) && !wanted.near.has(concept)) return true
  }
  return false
}

function comparison(wanted: Wanted, title: TitleConcepts): string {
  const parts = new Map<string, { found: number; all: number }>()
  for (const [concept, word, weight] of wanted.concepts) {
    const part = parts.get(word) ?? { found: 0, all: 0 }
    parts.set(word, {
      found: part.found + partFound(wanted, concept, title) * weight,
      all: part.all + weight,
    })
  }
  const words = [...parts]
  const has = words.filter(([, { found, all }]) => found === all).map(([word]) => word)
  if (has.length === words.length) return `fits “${wanted.text}”`
  const near = words.filter(([, { found, all }]) => found > 0 && found < all).map(([word]) => word)
  const lacks = words.filter(([, { found }]) => found === 0).map(([word]) => word)
  const said = [
    has.length > 0 ? `has ${listed(has)}` : '',
    near.length > 0 ? `comes near ${listed(near)}` : '',
    lacks.length > 0 ? `lacks ${listed(lacks, 'or')}` : '',
  ]
  return `you want “${wanted.text}”: ${said.filter(part => part !== '').join(', ')}`
}
