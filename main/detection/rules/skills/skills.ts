import type { SkillMention } from '../../../contract/facts.ts'
import { isProse, speaksOfSkills } from './context.ts'
import { niceStretches, type Stretch, within } from './sections.ts'
import { createVocabulary, type Spelling, type Step, type Vocabulary } from './vocabulary.ts'
import { visible, type Words, wordsOf } from './words.ts'

export interface SkillFinder {
  /** The skills of a posting in order of first mention, aliases folded into canonical names. */
  find(text: { title: string; description: string }): SkillMention[]
  /** The canonical name of what a person typed ("k8s" gives "Kubernetes"); null when unknown. */
  canonical(name: string): string | null
}

interface Hit {
  spelling: Spelling
  from: number
  to: number
  sure: boolean
}

/** Further words of one text are not read: 40,000 words are some eighty pages. */
const MOST_WORDS = 40_000
/** How many words away another technical skill may stand to vouch for a doubtful name. */
const NEIGHBOUR = 5

/** Makes a finder from the text of resources/vocabularies/skills.tsv; the word tree is built at the first question. */
export function createSkillFinder(data: string): SkillFinder {
  let made: Vocabulary | null = null
  const vocabulary = (): Vocabulary => {
    made ??= createVocabulary(data)
    return made
  }
  return {
    find: text => find(text, vocabulary()),
    canonical: name => canonical(name, vocabulary()),
  }
}

function find(text: { title: string; description: string }, vocabulary: Vocabulary): SkillMention[] {
  const found = new Map<number, SkillMention>()
  collect(visible(text.title), vocabulary, found, [])
  const description = visible(text.description)
  collect(description, vocabulary, found, null)
  return [...found.values()]
}

function collect(
  text: string,
  vocabulary: Vocabulary,
  found: Map<number, SkillMention>,
  stretches: Stretch[] | null,
): void {
  if (text === '') return
  const words = wordsOf(text.length > MOST_WORDS * 20 ? text.slice(0, MOST_WORDS * 20) : text)
  const hits = settle(text, words, scan(text, words, vocabulary), vocabulary)
  if (hits.length === 0) return
  const nice = stretches ?? niceStretches(text)
  for (const hit of hits) {
    const required = !within(nice, words.starts[hit.from] ?? 0)
    const before = found.get(hit.spelling.skill)
    if (before) {
      before.count++
      before.required ||= required
      continue
    }
    const skill = vocabulary.skills[hit.spelling.skill]
    if (skill) found.set(hit.spelling.skill, { name: skill.name, kind: skill.kind, required, count: 1 })
  }
}

/** Walks the word tree from every word; the longest spelling wins and its words are not read again. */
function scan(text: string, words: Words, vocabulary: Vocabulary): Hit[] {
  const hits: Hit[] = []
  const count = Math.min(words.keys.length, MOST_WORDS)
  for (let i = 0; i < count; ) {
    const step = vocabulary.root.get(words.keys[i] ?? '')
    const hit = step ? longest(text, words, i, step) : null
    if (hit) {
      hits.push(hit)
      i = hit.to + 1
    } else i++
  }
  return hits
}

function longest(text: string, words: Words, from: number, root: Step): Hit | null {
  let best: Hit | null = null
  let step: Step | undefined = root
  for (let at = from; step; ) {
    if (step.ends) {
      const hit = fitting(text, words, from, at, step.ends)
      if (hit) best = hit
    }
    at++
    if (!step.next || at >= words.keys.length || words.joined[at] !== 1) break
    step = step.next.get(words.keys[at] ?? '')
  }
  return best
}

function fitting(
  text: string,
  words: Words,
  from: number,
  to: number,
  spellings: readonly Spelling[],
): Hit | null {
  let doubtful: Hit | null = null
  for (const spelling of spellings) {
    if (spelling.guard === 'plain') return { spelling, from, to, sure: true }
    const written = text.slice(words.starts[from], words.ends[to])
    if (written !== spelling.text) continue
    if (spelling.guard === 'case') return { spelling, from, to, sure: true }
    doubtful = { spelling, from, to, sure: false }
  }
  return doubtful
}

/** Keeps doubtful names only where their surroundings speak of skills. */
function settle(text: string, words: Words, hits: Hit[], vocabulary: Vocabulary): Hit[] {
  if (hits.every(hit => hit.sure)) return hits
  return hits.filter((hit, index) => {
    if (hit.sure) return true
    if (isProse(words, hit.from, hit.to)) return false
    if (speaksOfSkills(words, hit.from, hit.to, hit.spelling.guard === 'near')) return true
    const neighbour = (other: Hit | undefined, gap: number) =>
      other !== undefined &&
      gap <= NEIGHBOUR &&
      (other.sure || speaksOfSkills(words, other.from, other.to, false)) &&
      vocabulary.skills[other.spelling.skill]?.kind === 'technical' &&
      listed(text, words, hit, other)
    const before = hits[index - 1]
    const after = hits[index + 1]
    return neighbour(before, hit.from - (before?.to ?? 0)) || neighbour(after, (after?.from ?? 0) - hit.to)
  })
}

/** Names of one list: nothing but commas, slashes, "and", "or", brackets or line ends between them. */
function listed(text: string, words: Words, hit: Hit, other: Hit): boolean {
  const [a, b] = hit.from < other.from ? [hit, other] : [other, hit]
  const between = text.slice(words.ends[a.to], words.starts[b.from])
  return (
    between.length <= 40 &&
    /^(?:[\s,;/|&()•·+*:.-]|\band\b|\bor\b|\bund\b|\bet\b|\by\b|\boder\b|\bou\b)*$/i.test(between)
  )
}

function canonical(name: string, vocabulary: Vocabulary): string | null {
  const words = wordsOf(visible(name.slice(0, 200).trim()))
  let level: Map<string, Step> | null = vocabulary.root
  let step: Step | undefined
  for (const key of words.keys) {
    step = level?.get(key)
    if (!step) return null
    level = step.next
  }
  const ends = step?.ends ?? []
  const exact = ends.find(spelling => spelling.text === name.trim()) ?? ends[0]
  return exact ? (vocabulary.skills[exact.skill]?.name ?? null) : null
}
