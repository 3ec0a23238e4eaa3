import type { ParsedResume } from '../../contract/resumes.ts'
import { entriesOf } from '../../profile/rules/resume-entries.ts'
import {
  basicsOf,
  homeOf,
  languageOfEntry,
  linkOf,
  listOf,
  textOf,
} from '../../profile/rules/resume-fields.ts'
import { isRecord, type Json } from '../../profile/rules/resume-text.ts'
import { type Found, found } from './found.ts'
import type { Layout, Line } from './layout.ts'
import { parseResume, type ResumeWords } from './parse.ts'
import { seniorityOf } from './seniority.ts'
import { yearsOf } from './years.ts'

/** A JSON Resume (version 1.0.0): what it says needs no finding, only its place among the lines that are shown of it. */

/** The sections in the order in which people write them, with their headings. */
const SECTIONS: [key: string, heading: string][] = [
  ['work', 'Work experience'],
  ['volunteer', 'Volunteering'],
  ['education', 'Education'],
  ['skills', 'Skills'],
  ['languages', 'Languages'],
  ['projects', 'Projects'],
  ['certificates', 'Certificates'],
  ['publications', 'Publications'],
  ['awards', 'Awards'],
  ['interests', 'Interests'],
  ['references', 'References'],
]
/** Lists of one item are written as items of a list; other texts of an entry stand on lines of their own. */
const LISTS = ['highlights', 'keywords', 'courses', 'roles']
const MOST_LINES = 5000

/** The texts of a JSON Resume as lines, in an order that people read. */
export function linesOfJsonResume(resume: Json): Line[] {
  const lines: Line[] = []
  const add = (text: string | null, look: Partial<Line> = {}): void => {
    if (text === null || lines.length >= MOST_LINES) return
    const whole = text.replace(/\s+/g, ' ').trim()
    lines.push({ ...plain(whole), ...look, cells: look.cells ?? [whole] })
  }
  const basics = basicsOf(resume)
  for (const key of ['name', 'label', 'email', 'phone']) add(textOf(basics[key]))
  add(placeOf(resume) || null)
  add(linkOf(basics.url)?.url ?? null)
  for (const profile of listOf(basics.profiles)) add(linkOf(profile)?.url ?? null)
  add(textOf(basics.summary), { gap: 1 })
  for (const [key, heading] of SECTIONS) {
    const entries = listOf(resume[key])
    if (entries.length === 0) continue
    add(heading, { heading: 1, gap: 1 })
    for (const entry of entries) {
      if (!isRecord(entry)) {
        add(textOf(entry), { bullet: true })
        continue
      }
      const texts = Object.entries(entry).flatMap(([name, value]) =>
        LISTS.includes(name) ? [] : (textOf(value) ?? []),
      )
      const cells = [...new Set(texts)]
      if (cells.length > 0) add(cells.join(' '), { cells, gap: 1 })
      for (const name of LISTS) for (const item of listOf(entry[name])) add(textOf(item), { bullet: true })
    }
  }
  return lines
}

const plain = (text: string): Line => ({
  text,
  runs: [{ text, bold: false, italic: false, link: null }],
  page: 1,
  box: null,
  size: null,
  column: 0,
  bullet: false,
  heading: null,
  cells: [text],
  gap: 0,
})

/** "Toulouse, France": city, region and country as far as they are said. */
function placeOf(resume: Json): string {
  const { location } = basicsOf(resume)
  if (!isRecord(location)) return homeOf(resume)
  const parts = [location.city, location.region, location.countryCode].flatMap(part => textOf(part) ?? [])
  return [...new Set(parts)].join(', ')
}

/** A JSON Resume as a parsed résumé. `today` as YYYY-MM-DD. */
export function resumeOfJson(resume: Json, layout: Layout, today: string, words?: ResumeWords): ParsedResume {
  const sure = <T>(value: T, quote: string): Found<T> =>
    found(value, 1, layout.lines.filter(line => quote !== '' && line.text.includes(quote)).slice(0, 1))
  const text = (value: unknown): Found<string> | null => {
    const said = textOf(value)?.slice(0, 10_000)
    return said === undefined ? null : sure(said, said.replace(/\s+/g, ' '))
  }
  const basics = basicsOf(resume)
  const home = placeOf(resume)
  const entries = entriesOf(resume)
  const experience = (entries.experience ?? []).map(job => sure(job, job.company || job.title))
  const links = [basics.url, ...listOf(basics.profiles)]
    .flatMap(link => linkOf(link) ?? [])
    .filter(link => /^https?:/i.test(link.url))
  const { language } = parseResume(layout, today, words)
  return {
    kind: 'resume',
    language,
    name: text(basics.name),
    headline: text(basics.label),
    email: text(basics.email),
    phone: text(basics.phone),
    location: home === '' ? null : sure(home, home),
    summary: text(basics.summary),
    links: links.map(link => sure(link, link.url)).slice(0, 30),
    skills: listOf(resume.skills)
      .flatMap(skillsOf)
      .map(skill => sure(skill, skill.name))
      .slice(0, 500),
    experience: experience.slice(0, 100),
    education: (entries.education ?? [])
      .map(school => sure(school, school.school || school.degree))
      .slice(0, 50),
    certificates: (entries.certificates ?? []).map(one => sure(one, one.name)).slice(0, 50),
    languages: listOf(resume.languages)
      .flatMap(entry => languageOfEntry(entry) ?? [])
      .map(one => sure(one, ''))
      .slice(0, 30),
    years_of_experience: yearsOf(experience, today),
    seniority: seniorityOf(experience),
    confidence: 1,
  }
}

/** The skills of a group, or its own name where it holds none. */
function skillsOf(entry: unknown): { name: string; group: string }[] {
  if (!isRecord(entry)) return (textOf(entry) ?? '') === '' ? [] : [{ name: textOf(entry) ?? '', group: '' }]
  const group = textOf(entry.name) ?? ''
  const names = listOf(entry.keywords).flatMap(word => textOf(word)?.slice(0, 120) ?? [])
  if (names.length === 0) return group === '' ? [] : [{ name: group, group: '' }]
  return names.map(name => ({ name, group }))
}
