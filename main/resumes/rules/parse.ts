import type { ParsedResume } from '../../contract/resumes.ts'
import { createSkillFinder } from '../../detection/rules/skills/skills.ts'
import { findCertificates } from './certificates.ts'
import { readEducation } from './education.ts'
import { findEmail } from './email.ts'
import { dateContextOf, readExperience } from './experience.ts'
import type { Found } from './found.ts'
import { looksOf } from './heading-look.ts'
import { findHome } from './home.ts'
import { findLanguages } from './languages.ts'
import type { Layout, Line } from './layout.ts'
import { findLinks } from './links.ts'
import { findName } from './name.ts'
import { findPhone } from './phone.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { placesIn } from './place-names.ts'
import type { Section } from './section.ts'
import { sectionsOf } from './sections.ts'
import { seniorityOf } from './seniority.ts'
import { findSkills, type KnownSkills } from './skills.ts'
import { findHeadline, findSummary } from './summary.ts'
import { kindOf, resumeLanguage } from './text-kind.ts'
import { yearsOf } from './years.ts'

/** The texts of resources/vocabularies that help: places.tsv and skills.tsv; '' where one is not at hand. */
export interface ResumeWords {
  places: string
  skills: string
}

const NO_WORDS: ResumeWords = { places: '', skills: '' }
/** A head without any heading after it is the whole document; contacts stand at its beginning or its very end. */
const HEAD_LINES = 60
const TAIL_LINES = 10

/** A résumé as understood from its layout; pure, and the same for the same day (YYYY-MM-DD, which "present" means). */
export function parseResume(layout: Layout, today: string, words: ResumeWords = NO_WORDS): ParsedResume {
  const sections = sectionsOf(layout)
  const language = resumeLanguage(sections)
  const head = headLines(sections)
  const others = sections
    .filter(each => each.kind !== 'head' && each.kind !== 'references')
    .flatMap(each => each.lines)
  const pieces = piecesOf(head)

  const email = findEmail(head, others)
  const phone = findPhone(head, others)
  const structured = sections.length > 1
  const links = findLinks(
    structured ? pieces : pieces.filter(each => each.at < TAIL_LINES),
    layout,
    structured,
  )
  const handles = links.map(link => link.value.url.split('/').at(-1) ?? '')
  const body = looksOf(layout.lines).body
  const named = findName(pieces, layout.lines, {
    email: email?.value ?? null,
    title: layout.title,
    handles,
    body,
  })
  const taken = new Set<Piece>(named?.pieces ?? [])
  const places = placesIn(words.places)
  const location = findHome(pieces, taken, places)

  const contacts = { language, name: named?.name ?? null, email, phone, location, links }
  const kind = kindOf(sections, email !== null || phone !== null)
  if (kind !== 'resume')
    return { ...EMPTY, ...contacts, kind, confidence: kind === 'cover_letter' ? 0.7 : 0.3 }

  const isTaken = (piece: Piece) =>
    taken.has(piece) ||
    [email, phone, location].some(each => each?.spots.some(spot => spot.quote.includes(piece.text)))
  const headline = findHeadline(pieces, named?.pieces ?? [], isTaken)
  const used = new Set([...taken].map(piece => piece.line))
  const entries = { language, today, isTown: places.isTown }
  const experience = readExperience(sections, entries)
  const parsed: ParsedResume = {
    ...contacts,
    kind,
    headline,
    summary: findSummary(sections, used),
    skills: findSkills(sections, knownSkills(words.skills)),
    experience,
    education: readEducation(sections, entries),
    certificates: findCertificates(sections, dateContextOf(sections, entries)),
    languages: findLanguages(sections),
    years_of_experience: yearsOf(experience, today),
    seniority: seniorityOf(experience),
    confidence: 0,
  }
  return { ...parsed, confidence: wholeOf(parsed) }
}

const EMPTY: ParsedResume = {
  kind: 'other',
  language: null,
  name: null,
  headline: null,
  email: null,
  phone: null,
  location: null,
  summary: null,
  links: [],
  skills: [],
  experience: [],
  education: [],
  certificates: [],
  languages: [],
  years_of_experience: null,
  seniority: null,
  confidence: 0,
}

/** The lines above the first heading and those of contact sections. */
function headLines(sections: readonly Section[]): Line[] {
  const lines = sections.filter(section => section.kind === 'head').flatMap(section => section.lines)
  return lines.length > HEAD_LINES + TAIL_LINES
    ? [...lines.slice(0, HEAD_LINES), ...lines.slice(-TAIL_LINES)]
    : lines
}

/** The vocabulary is searched as text; the finder for sentences is built at the first question (a tenth of a second). */
function knownSkills(skills: string): KnownSkills {
  if (skills === '') return { mine: () => [], isKnown: () => false }
  let finder: ReturnType<typeof createSkillFinder> | null = null
  return {
    mine(text) {
      finder ??= createSkillFinder(skills)
      return finder.find({ title: '', description: text }).map(mention => mention.name)
    },
    isKnown: name =>
      [name, name.toLowerCase()].some(each =>
        [`\n${each}\t`, `|${each}|`, `|${each}\n`, `\t${each}|`].some(key => skills.includes(key)),
      ),
  }
}

/** 0–1: how sure the parts are, weighed by what a profile needs most. */
function wholeOf(resume: ParsedResume): number {
  const mean = (list: readonly Found<unknown>[]) =>
    list.reduce((sum, each) => sum + each.confidence, 0) / Math.max(1, list.length)
  const parts: [number, number][] = [
    [resume.name?.confidence ?? 0, 2],
    [resume.email?.confidence ?? 0, 1],
    [mean(resume.experience), 3],
    [mean(resume.education), 1.5],
    [mean(resume.skills), 1.5],
  ]
  const total = parts.reduce((sum, [, weight]) => sum + weight, 0)
  return Math.round((parts.reduce((sum, [sure, weight]) => sum + sure * weight, 0) / total) * 100) / 100
}
