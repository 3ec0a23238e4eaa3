/** Reading of a text that should be a JSON Resume (https://jsonresume.org/schema, version 1.0.0). */

export type Json = { [key: string]: unknown }

/** The sections of a JSON Resume, with their names in the plural where they are lists. */
export const RESUME_SECTIONS = {
  basics: 'basics',
  work: 'jobs',
  volunteer: 'volunteer posts',
  education: 'schools',
  awards: 'awards',
  certificates: 'certificates',
  publications: 'publications',
  skills: 'skills',
  languages: 'languages',
  interests: 'interests',
  references: 'references',
  projects: 'projects',
} as const

/** A resume has some four levels; a thousand brackets inside each other are no resume. */
const DEEPEST = 100

/** True for an object that is no list. */
export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export type ReadResume = { ok: true; resume: Json } | { ok: false; message: string }

/** A text as a resume, or a sentence on why it is none. */
export function readResumeText(text: string): ReadResume {
  const clean = text.replace(/^\uFEFF/, '').trim()
  if (clean === '') return no('There is nothing in it.')
  if (tooDeep(clean))
    return no(`It holds brackets inside of each other, more than ${DEEPEST} deep; no resume does.`)
  let value: unknown
  try {
    value = JSON.parse(clean)
  } catch {
    return no(
      clean.startsWith('%PDF') || clean.startsWith('PK')
        ? 'This is a document, not a JSON Resume. A JSON Resume is a text file whose name ends in .json.'
        : 'This is not JSON. A JSON Resume is a text that begins with { and ends with }.',
    )
  }
  if (!isRecord(value)) return no('This is JSON, but not a resume: it should begin with { and hold sections.')
  const known = Object.keys(RESUME_SECTIONS).some(
    section => typeof value[section] === 'object' && value[section] !== null,
  )
  if (!known) return no('This is JSON, but not a resume: it has no basics, work, education or skills.')
  return { ok: true, resume: value }
}

const no = (message: string): ReadResume => ({ ok: false, message: `${message} Nothing was changed.` })

/** Counts brackets outside of strings, before anything is built from them. */
function tooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (inString) {
      if (sign === 92) at++
      else if (sign === 34) inString = false
    } else if (sign === 34) inString = true
    else if (sign === 91 || sign === 123) {
      depth++
      if (depth > DEEPEST) return true
    } else if (sign === 93 || sign === 125) depth--
  }
  return false
}
