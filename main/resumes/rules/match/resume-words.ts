import type { SkillMention } from '../../../contract/facts.ts'
import type { ParsedResume, ResumeJob } from '../../../contract/resumes.ts'
import { skillKey } from '../../../ranking/rules/skills.ts'
import { type NearSkills, nearSkills } from './related.ts'

/** What a résumé says of skills, and where: counted once, then held against any number of jobs. */

/** The vocabulary of postings. */
export interface SkillVocabulary {
  find(text: { title: string; description: string }): Pick<SkillMention, 'name' | 'kind' | 'count'>[]
  /** The usual name of what somebody wrote; null when it is not known. */
  canonical(name: string): string | null
}

/** How a résumé speaks of one skill. */
export interface SkillInResume {
  /** Its usual name. */
  name: string
  /** As the list of skills writes it, where that is another name ("JS" for JavaScript). */
  written: string | null
  /** How often the whole text says it. */
  total: number
  /** How often of these in the list of skills. */
  listed: number
  /** The positions that name it, in the order of the résumé. */
  positions: ResumeJob[]
  inHeadline: boolean
  inSummary: boolean
}

export interface ResumeWords {
  /** By the key of the usual name. */
  skills: ReadonlyMap<string, SkillInResume>
  /** How often the text says words that the vocabulary does not have, as keys of up to four words. */
  phrases: ReadonlyMap<string, number>
  /** Such keys that positions hold. */
  phrasesOf: readonly { job: ResumeJob; keys: ReadonlySet<string> }[]
  near: NearSkills
  vocabulary: SkillVocabulary
}

/** Most words of a name that the vocabulary does not have. */
const LONGEST_PHRASE = 4
/** Longer texts say nothing more of a person. */
const LONGEST_TEXT = 200_000
const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}+#.]*/gu

/** Reads the words of a résumé; `text` is all that stands in it. */
export function resumeWords(resume: ParsedResume, text: string, vocabulary: SkillVocabulary): ResumeWords {
  const whole = text.slice(0, LONGEST_TEXT)
  const skills = new Map<string, SkillInResume>()
  const of = (name: string): SkillInResume => {
    const key = skillKey(name)
    const before = skills.get(key)
    if (before) return before
    const made: SkillInResume = {
      name,
      written: null,
      total: 0,
      listed: 0,
      positions: [],
      inHeadline: false,
      inSummary: false,
    }
    skills.set(key, made)
    return made
  }
  const counts = new Map<string, number>()
  const mark = (title: string, description: string, note: (skill: SkillInResume) => void): void => {
    for (const { name, count } of vocabulary.find({ title, description })) {
      const skill = of(name)
      note(skill)
      counts.set(name, (counts.get(name) ?? 0) + count)
    }
  }
  for (const { value } of resume.skills)
    for (const { name, written } of namesIn(value.name, vocabulary)) {
      const skill = of(name)
      skill.listed += 1
      counts.set(skill.name, (counts.get(skill.name) ?? 0) + 1)
      if (written !== null) skill.written ??= written
    }
  const jobs = resume.experience.map(({ value }) => value)
  for (const job of jobs) mark(job.title, job.bullets.join('\n'), skill => skill.positions.push(job))
  mark(resume.headline?.value ?? '', '', skill => {
    skill.inHeadline = true
  })
  mark('', resume.summary?.value ?? '', skill => {
    skill.inSummary = true
  })
  // The whole says a name at least as often as its parts do: in a list, a doubtful name is sure.
  for (const { name, count } of vocabulary.find({ title: '', description: whole })) of(name).total = count
  for (const skill of skills.values()) skill.total = Math.max(skill.total, counts.get(skill.name) ?? 0)
  return {
    skills,
    near: nearSkills([...skills.values()].map(({ name }) => name)),
    phrases: phrasesIn(whole),
    phrasesOf: jobs.map(job => ({
      job,
      keys: new Set(phrasesIn(`${job.title}\n${job.bullets.join('\n')}`).keys()),
    })),
    vocabulary,
  }
}

/** The skills that one entry of a list names: itself, or those within it ("Python (Django, Flask)"). */
function namesIn(entry: string, vocabulary: SkillVocabulary): { name: string; written: string | null }[] {
  const known = vocabulary.canonical(entry)
  if (known !== null)
    return [{ name: known, written: skillKey(known) === skillKey(entry) ? null : entry.trim() }]
  const within = vocabulary.find({ title: entry, description: '' })
  if (within.length > 0) return within.map(({ name }) => ({ name, written: null }))
  return skillKey(entry) === '' ? [] : [{ name: entry.trim(), written: null }]
}

/** Each run of up to four words of a line as a key, with how often it stands there. */
function phrasesIn(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of text.split('\n')) {
    const words = line.match(WORD) ?? []
    for (let from = 0; from < words.length; from++) {
      let key = ''
      for (let at = from; at < Math.min(words.length, from + LONGEST_PHRASE); at++) {
        key += skillKey(words[at] ?? '')
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    }
  }
  return counts
}
