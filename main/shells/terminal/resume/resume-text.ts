import { printable } from '../table.ts'
import { count } from '../words.ts'
import type { ResumeLine } from './resume-line.ts'

/** What a résumé states, for people: a line for each field that it states, then its positions and schools. */
export function resumeText(read: ResumeLine): string[] {
  const { file, ok, error } = read
  const lines = [file, ...(error === undefined ? [] : [`  ${error}`])]
  const field = (name: string, value: string): void => {
    if (value !== '') lines.push(`  ${`${name}:`.padEnd(12)} ${value}`)
  }
  field('Name', read.name)
  field('Email', read.email)
  field('Phone', read.phone)
  field('Location', read.location)
  field('Links', read.links.join(', '))
  if (ok && read.years_of_experience !== null) field('Experience', count(read.years_of_experience, 'year'))
  field('Skills', read.skills.join(', '))
  for (const { title, company, start, end } of read.experience)
    lines.push(`  ${span(start, end)}  ${[title, company].filter(Boolean).join(', ')}`)
  for (const { degree, school, start, end } of read.education)
    lines.push(`  ${span(start, end)}  ${[degree, school].filter(Boolean).join(', ')}`)
  return lines.map(line => (line.slice(0, 2) === '  ' ? `  ${printable(line)}` : printable(line)))
}

const span = (start: string, end: string): string =>
  [start, end]
    .filter((date, at) => date !== '' && (at === 0 || date !== start))
    .join(' – ')
    .padEnd(17)
