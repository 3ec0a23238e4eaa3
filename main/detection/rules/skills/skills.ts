import type { SkillMention } from '../../../contract/facts.ts'
import { isOneLetterOfAnother, isProse, speaksOfSkills, supportsWeak } from './context.ts'
import { niceStretches, within } from './sections.ts'
import { createVocabulary, type Spelling, type Step, type Vocabulary } from './vocabulary.ts'
import { hasMark, keysOf, pairMark, visible, type Words, wordsOf } from './words.ts'

/** The texts of a posting in which skills are looked for. */
export interface SkillText {
  title: string
  description: string
  /** The description in small letters, where somebody has it and it holds nothing invisible. */
  lower?: string | null
}

export interface SkillFinder {
  /** The skills of a posting in order of first mention, aliases folded into canonical names. */
  find(text: SkillText): SkillMention[]
  /** The canonical name of what a person typed ("k8s" gives "Kubernetes"); null when unknown. */
  canonical(name: string): string | null
}

interface Hit {
  spelling: Spelling
  from: number
  to: number
  sure: boolean
  /** Written small where capitals are usual: counts only in a list. */
  tag?: boolean
}

/** Longer texts are cut here, some hundred pages. */
const LONGEST_TEXT = 800_000

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

function find({ title, description, lower = null }: SkillText, vocabulary: Vocabulary): SkillMention[] {
  const found = new Map<number, SkillMention>()
  collect(visible(title), null, vocabulary, found, true)
  collect(lower === null ? visible(description) : description, lower, vocabulary, found, false)
  return [...found.values()]
}

function collect(
  text: string,
  lower: string | null,
  vocabulary: Vocabulary,
  found: Map<number, SkillMention>,
  isTitle: boolean,
): void {
  if (text === '') return
  const words = wordsOf(text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text, lower)
  const hits = settle(text, words, scan(text, words, vocabulary), vocabulary, isTitle)
  tellApart(hits, vocabulary)
  if (hits.length === 0) return
  const nice = isTitle ? [] : niceStretches(text, words)
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
  const { count, marks, joined } = words
  const { root, alone, pairs } = vocabulary
  for (let i = 0; i < count; ) {
    const mark = marks[i] ?? 0
    // Most words are no names and begin none.
    if (
      !hasMark(alone, mark) &&
      !(joined[i + 1] === 1 && hasMark(pairs, pairMark(mark, marks[i + 1] ?? 0)))
    ) {
      i++
      continue
    }
    const step = root.get(words.key(i))
    const hit =
      step && !isAddress(text, words.starts[i] ?? 0, words.ends[i] ?? 0)
        ? longest(text, words, i, step)
        : null
    if (hit) {
      hits.push(hit)
      i = hit.to + 1
    } else i++
  }
  return hits
}

/** True inside "https://github.com/…", "/blog/docker" and "name@react.dev": addresses are no mentions. */
function isAddress(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1)
  if (before === 64) return true
  if (before === 47 && (text.charCodeAt(start - 2) === 47 || insideAddress(text, start))) return true
  if (before === 46 && insideAddress(text, start)) return true
  return (
    text.charCodeAt(end) === 46 &&
    /^\.(?:com|org|net|io|co|ai|dev)\b/.test(text.slice(end, end + 5)) &&
    !/^\.net\b/i.test(text.slice(end, end + 5))
  )
}

function insideAddress(text: string, start: number): boolean {
  const run = text.slice(Math.max(0, start - 80), start)
  const blank = Math.max(run.lastIndexOf(' '), run.lastIndexOf('\n'), run.lastIndexOf('('))
  return /^(?:https?:\/\/|www\.|[\w-]+\.(?:com|org|io|net|co|ly)\/)/i.test(run.slice(blank + 1))
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
    if (!step.next || at >= words.count || words.joined[at] !== 1) break
    step = step.next.get(words.key(at))
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
    if (spelling.guard === 'weak') {
      doubtful ??= { spelling, from, to, sure: false }
      continue
    }
    const written = text.slice(words.starts[from], words.ends[to])
    // In a list of tags ("python, go, rust") small letters will do.
    if (spelling.guard === 'near' && written === spelling.text.toLowerCase()) {
      doubtful ??= { spelling, from, to, sure: false, tag: true }
    }
    if (written !== spelling.text) continue
    if (spelling.guard === 'case') {
      if (!isProse(words, from, to)) return { spelling, from, to, sure: true }
      continue
    }
    doubtful = { spelling, from, to, sure: false }
  }
  return doubtful
}

/** Keeps doubtful names only where their surroundings, or accepted neighbours in a list, speak of skills. */
function settle(text: string, words: Words, hits: Hit[], vocabulary: Vocabulary, isTitle: boolean): Hit[] {
  if (hits.every(hit => hit.sure)) return hits
  for (const hit of hits) hit.sure ||= standsAlone(words, hit, isTitle)
  const vouch = (hit: Hit | undefined, other: Hit | undefined) => {
    if (!hit || hit.sure || !other?.sure) return
    const weak = hit.spelling.guard === 'weak'
    const fits = weak || vocabulary.skills[other.spelling.skill]?.kind === 'technical'
    if (fits && listed(text, words, hit, other) && (weak || !isProse(words, hit.from, hit.to)))
      hit.sure = true
  }
  for (let i = 1; i < hits.length; i++) vouch(hits[i], hits[i - 1])
  for (let i = hits.length - 2; i >= 0; i--) vouch(hits[i], hits[i + 1])
  return hits.filter(hit => hit.sure)
}

/** Whether the words around a doubtful name suffice. */
function standsAlone(words: Words, hit: Hit, isTitle: boolean): boolean {
  if (hit.spelling.guard === 'weak') return isTitle || supportsWeak(words, hit.from, hit.to)
  if (hit.tag || isProse(words, hit.from, hit.to) || isOneLetterOfAnother(words, hit.from, hit.to))
    return false
  return speaksOfSkills(words, hit.from, hit.to, hit.spelling.guard === 'near')
}

/** Names of one list: nothing but commas, slashes, "and", "or", brackets or line ends between them. */
function listed(text: string, words: Words, hit: Hit, other: Hit): boolean {
  const [a, b] = hit.from < other.from ? [hit, other] : [other, hit]
  const between = text.slice(words.ends[a.to], words.starts[b.from])
  // Side by side without a sign between them they are one name: "Phoenix Recruitment".
  if (/^ *$/.test(between)) return false
  return (
    between.length <= 40 &&
    /^(?:[\s,;/|&()•·+*:.–—-]|\band\b|\bor\b|\bund\b|\bet\b|\by\b|\boder\b|\bou\b)*$/i.test(between)
  )
}

/** "GCP" is a cloud, but beside clinical trials and good manufacturing practice it is good clinical practice. */
const CLOUD = 'GCP'
const CLINICAL = 'Good Clinical Practice'
const BESIDE_CLINICAL = new Set([
  CLINICAL,
  'Good Manufacturing Practice',
  'Good Laboratory Practice',
  'Clinical Trials',
  'Pharmacovigilance',
  'Regulatory Submissions',
  'Laboratory Techniques',
])

function tellApart(hits: Hit[], { skills }: Vocabulary): void {
  if (!hits.some(({ spelling }) => spelling.text === CLOUD)) return
  if (!hits.some(({ spelling }) => BESIDE_CLINICAL.has(skills[spelling.skill]?.name ?? ''))) return
  const skill = skills.findIndex(({ name }) => name === CLINICAL)
  if (skill < 0) return
  for (const hit of hits) if (hit.spelling.text === CLOUD) hit.spelling = { ...hit.spelling, skill }
}

function canonical(name: string, vocabulary: Vocabulary): string | null {
  const keys = keysOf(name.slice(0, 200))
  let level: Map<string, Step> | null = vocabulary.root
  let step: Step | undefined
  for (const key of keys) {
    step = level?.get(key)
    if (!step) return null
    level = step.next
  }
  const ends = step?.ends ?? []
  const exact = ends.find(spelling => spelling.text === name.trim()) ?? ends[0]
  return exact ? (vocabulary.skills[exact.skill]?.name ?? null) : null
}
