import { readFileSync } from 'node:fs'
import type { Result } from '../../main/contract/errors.ts'
import type { ParsedResume } from '../../main/contract/resumes.ts'
import type { DocumentTask } from '../../main/documents/service.ts'

/** What stands in for the parser process in tests. */

/** A résumé that says nothing but what a test gives it. */
export const parsedResume = (change: Partial<ParsedResume> = {}): ParsedResume => ({
  kind: 'resume',
  language: 'en',
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
  confidence: 0.5,
  ...change,
})

/** Stands in for the parser: the file's text is its one page; a text that says "Dear" is a letter. */
export async function plainReader(task: DocumentTask): Promise<Result<unknown>> {
  const text = readFileSync(task.path, 'utf8')
  const kind = text.includes('Dear') ? 'cover_letter' : 'resume'
  return {
    ok: true,
    value: {
      state: 'read',
      message: null,
      pages: null,
      words: text.split(/\s+/).length,
      remarks: [],
      text: [{ page: 1, text }],
      resume: parsedResume({ kind }),
    },
  }
}
