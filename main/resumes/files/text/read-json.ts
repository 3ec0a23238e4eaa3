import { readResumeText } from '../../../profile/rules/resume-text.ts'
import { linesOfJsonResume, resumeOfJson } from '../../rules/json-resume.ts'
import { type DocumentRead, empty } from '../outcomes.ts'
import { decodeText } from './read-text.ts'

/** Reads a JSON Resume, which says itself what is what. */
export function readJsonResume(bytes: Uint8Array): DocumentRead {
  const read = readResumeText(decodeText(bytes))
  if (!read.ok)
    return { state: 'damaged', message: read.message.replace(/ Nothing was changed\.$/, ''), layout: null }
  const lines = linesOfJsonResume(read.resume)
  if (lines.length === 0) return empty
  const layout = { format: 'json_resume' as const, pages: null, lines, links: [], title: null, remarks: [] }
  return {
    state: 'read',
    message: null,
    layout,
    resume: (today, words) => resumeOfJson(read.resume, layout, today, words),
  }
}
