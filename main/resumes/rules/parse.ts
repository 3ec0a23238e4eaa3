import type { ParsedResume } from '../../contract/resumes.ts'
import type { Layout } from './layout.ts'
import { sectionsOf } from './sections.ts'

/** A résumé as understood from its layout; pure, and the same for the same day (YYYY-MM-DD, which "present" means). */
export function parseResume(layout: Layout, _today: string): ParsedResume {
  const _sections = sectionsOf(layout)
  return {
    kind: 'resume',
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
}
