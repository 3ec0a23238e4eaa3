import { keysOf, type MarkSet, markOf, markSet, pairMark } from './words.ts'

/**
 * How a spelling must stand to count: `plain` anywhere; `case` written exactly so; `near` written exactly so and
 * beside another technical skill or a word such as "experience"; `list` the same without leaning on "in" or "with";
 * `weak` in any case of letters, in a title or beside such words.
 */
export type Guard = 'plain' | 'case' | 'near' | 'list' | 'weak'

export interface Spelling {
  skill: number
  guard: Guard
  /** The spelling with its capitals, for guards that ask for them. */
  text: string
}

/** One step of the word tree. */
export interface Step {
  next: Map<string, Step> | null
  /** Spellings that end here. */
  ends: Spelling[] | null
}

export interface Skill {
  name: string
  kind: 'technical' | 'soft'
}

export interface Vocabulary {
  skills: Skill[]
  root: Map<string, Step>
  /** Marks of words that are names by themselves, so that most words of a text are passed over without being cut out. */
  alone: MarkSet
  /** Marks of the first two words of longer names. */
  pairs: MarkSet
}

const MARKS: Record<string, Guard> = { '^': 'case', '!': 'near', '?': 'list', '~': 'weak' }

/** Reads resources/vocabularies/skills.tsv: name, t or s, spellings by "|" with a mark for their guard. */
export function createVocabulary(data: string): Vocabulary {
  const skills: Skill[] = []
  const root = new Map<string, Step>()
  for (const line of data.split('\n')) {
    const [name, kind, spellings] = line.split('\t')
    if (!name || !kind) continue
    const skill = skills.push({ name, kind: kind === 's' ? 'soft' : 'technical' }) - 1
    for (const marked of (spellings ?? name).split('|')) {
      const guard = MARKS[marked.charAt(0)] ?? 'plain'
      plant(root, { skill, guard, text: guard === 'plain' ? marked : marked.slice(1) })
    }
  }
  const alone: number[] = []
  const pairs: number[] = []
  for (const [word, { ends, next }] of root) {
    if (ends) alone.push(markOf(word))
    for (const second of next?.keys() ?? []) pairs.push(pairMark(markOf(word), markOf(second)))
  }
  return { skills, root, alone: markSet(alone), pairs: markSet(pairs) }
}

function plant(root: Map<string, Step>, spelling: Spelling): void {
  const keys = keysOf(spelling.text)
  let level = root
  let step: Step | null = null
  for (const key of keys) {
    if (step) {
      step.next ??= new Map()
      level = step.next
    }
    const found: Step | undefined = level.get(key)
    step = found ?? { next: null, ends: null }
    if (!found) level.set(key, step)
  }
  if (!step) return
  step.ends ??= []
  step.ends.push(spelling)
}
