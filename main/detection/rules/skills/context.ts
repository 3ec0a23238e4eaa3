import type { Words } from './words.ts'

const set = (text: string) => new Set(text.trim().split(/\s+/))

/** Words before a doubtful name that speak of skills (within four words of the same sentence). */
const BEFORE = set(`
  experience experienced knowledge proficient proficiency skills skilled skill familiarity familiar expertise expert fluent
  fluency languages language tools tool technologies technology stack tech written coding programming packages package
  advanced intermediate ms microsoft software including frameworks framework databases database systems platforms understanding
  scripting competent competency literate literacy kenntnisse connaissances conocimientos develop developing development
  backend frontend using
`)
/** Words straight after a doubtful name that speak of skills. */
const AFTER = set(`
  programming language lang developer developers engineer engineers development framework scripting code coding skills
  experience proficiency knowledge formulas macros spreadsheets spreadsheet programmer programmers backend microservices background
  apps applications stack services administrator admin analyst analysts specialist consultant trainer expert experts architect user users sql js pivot databases reports kenntnisse modelling modeling scripts recipes cookbooks speaking speaker speakers fluency native c1 c2 b1 b2
`)
/** Small words after a capital that show it to be a verb or noun of the sentence. */
const PROSE = set(`
  to the a an at as our your you we us beyond above ahead through live out for on of it that this into from up all is are will
  be by who what when where how if so any every each not no have has their his her its with get make take
`)
const IN = set('in with using via like use uses know write written built build building')

/** Whether the words around a doubtful name (words `from` to `to`) speak of skills. `leanOnIn` lets "in Go" count. */
export function speaksOfSkills(words: Words, from: number, to: number, leanOnIn: boolean): boolean {
  const next = words.first[to + 1] === 0 ? words.key(to + 1) : ''
  if (isProse(words, from, to)) return false
  if (words.joined[to + 1] === 1 && AFTER.has(next)) return true
  for (let i = from - 1; i >= Math.max(0, from - 4); i--) {
    if (words.first[i + 1] === 1) break
    const key = words.key(i)
    if (BEFORE.has(key)) return true
    if (leanOnIn && IN.has(key) && (i === from - 1 || (i === from - 2 && words.key(from - 1) === 'a')))
      return true
  }
  return false
}

/** "Go above and beyond", "Excel at": a sentence that begins with the word and goes on in small words. */
export function isProse(words: Words, from: number, to: number): boolean {
  return words.first[from] === 1 && words.joined[to + 1] === 1 && PROSE.has(words.key(to + 1))
}

const AFTER_LETTER = set('suite level levels corp class section store squared arm frame clamp shape d')

/** "C-suite", "C-level", "R&D": a letter that belongs to another name. */
export function isOneLetterOfAnother(words: Words, from: number, to: number): boolean {
  return (
    from === to &&
    words.key(from).length === 1 &&
    words.joined[to + 1] === 1 &&
    AFTER_LETTER.has(words.key(to + 1))
  )
}

/** Words that speak of skills around an everyday word such as "training" or "security". */
const WEAK_BEFORE = set(`
  experience experienced knowledge proficient proficiency skills skilled skill familiarity familiar expertise expert
  understanding background competent competency ability abilities kenntnisse connaissances conocimientos degree qualification
  qualifications qualified trained certified certification passion passionate grasp
`)
const WEAK_AFTER = set(`
  skills skill experience knowledge background expertise techniques qualification qualifications certification principles
  tools abilities kenntnisse
`)
const PRAISE = set(
  'strong excellent good great outstanding effective exceptional superb fluent proven solid highly very clear',
)

/** Whether an everyday word stands as a skill: "experience in recruitment", "strong leadership", "research skills". */
export function supportsWeak(words: Words, from: number, to: number): boolean {
  for (let i = to + 1; i <= to + 3 && i < words.count; i++) {
    if (words.first[i] === 1) break
    if (WEAK_AFTER.has(words.key(i))) return true
  }
  for (let i = from - 1; i >= Math.max(0, from - 7); i--) {
    if (words.first[i + 1] === 1) return false
    const key = words.key(i)
    if (WEAK_BEFORE.has(key)) return true
    if (i >= from - 2 && PRAISE.has(key)) return true
  }
  return false
}
