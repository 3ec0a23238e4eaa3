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
  experience proficiency knowledge formulas macros spreadsheets spreadsheet programmer programmers backend microservices
  apps applications stack services sql js pivot databases reports kenntnisse modelling modeling scripts recipes cookbooks
`)
/** Small words after a capital that show it to be a verb or noun of the sentence. */
const PROSE = set(`
  to the a an at as our your you we us beyond above ahead through live out for on of it that this into from up all is are will
  be by who what when where how if so any every each not no have has their his her its with get make take
`)
const IN = set('in with using via like')

/** Whether the words around a doubtful name (words `from` to `to`) speak of skills. `leanOnIn` lets "in Go" count. */
export function speaksOfSkills(words: Words, from: number, to: number, leanOnIn: boolean): boolean {
  const next = to + 1 < words.keys.length && words.first[to + 1] === 0 ? (words.keys[to + 1] ?? '') : ''
  if (isProse(words, from, to)) return false
  if (words.joined[to + 1] === 1 && AFTER.has(next)) return true
  for (let i = from - 1; i >= Math.max(0, from - 4); i--) {
    if (words.first[i + 1] === 1) break
    const key = words.keys[i] ?? ''
    if (BEFORE.has(key)) return true
    if (i === from - 1 && leanOnIn && IN.has(key)) return true
  }
  return false
}

/** "Go above and beyond", "Excel at": a sentence that begins with the word and goes on in small words. */
export function isProse(words: Words, from: number, to: number): boolean {
  if (words.joined[to + 1] !== 1) return false
  return PROSE.has(words.keys[to + 1] ?? '') && (words.first[from] === 1 || !IN.has(words.keys[to + 1] ?? ''))
}
