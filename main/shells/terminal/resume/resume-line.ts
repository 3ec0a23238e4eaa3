import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { DocumentFormat, LARGEST_DOCUMENT, READING_STATES } from '../../../contract/documents.ts'
import { Refusal } from '../../../contract/errors.ts'
import { ParsedResume } from '../../../contract/resumes.ts'
import type { ParserProcess } from '../../../platform/threads/parser-process.ts'
import { readableFile } from '../read-file.ts'

/** What `parse-resume --json` writes of one file. Texts that a file does not say are ''. */
export interface ResumeLine {
  file: string
  /** It was read, and reads like a résumé. */
  ok: boolean
  error?: string
  name: string
  email: string
  phone: string
  /** Whole addresses. */
  links: string[]
  location: string
  skills: string[]
  experience: { company: string; title: string; start: string; end: string }[]
  education: { school: string; degree: string; start: string; end: string }[]
  years_of_experience: number | null
  language: string | null
  /** 0–1. */
  confidence: number
}

const Answer = z.object({
  state: z.enum(READING_STATES),
  message: z.string().nullable(),
  format: DocumentFormat.nullable(),
  resume: ParsedResume.nullable(),
})

/** Has a file read in the parser process, with its limits. Never throws: what is wrong with a file stands in its line. */
export async function resumeLine(
  parser: Pick<ParserProcess, 'run'>,
  { file, password, today }: { file: string; password: string | null; today: string },
): Promise<ResumeLine> {
  let path: string
  try {
    path = readableFile(file)
    if (statSync(path).size > LARGEST_DOCUMENT)
      return failed(file, `${file} is larger than ${LARGEST_DOCUMENT / 1024 / 1024} MB.`)
  } catch (error) {
    return failed(file, error instanceof Refusal ? error.error.message : String(error))
  }
  const task = { kind: 'document', path, name: basename(path), format: null, password, today }
  const answer = await parser.run(task)
  if (!answer.ok) return failed(file, answer.error.message)
  const { state, message, resume } = Answer.parse(answer.value)
  if (state !== 'read' || resume === null) return failed(file, message ?? 'This file could not be read.')
  if (resume.kind === 'resume') return { ...lineOf(file, resume), ok: true }
  const error =
    resume.kind === 'cover_letter'
      ? 'This reads like a cover letter, not like a résumé.'
      : 'This does not read like a résumé.'
  return { ...lineOf(file, resume), error }
}

const failed = (file: string, error: string): ResumeLine => ({ ...lineOf(file, null), error })

function lineOf(file: string, resume: ParsedResume | null): ResumeLine {
  return {
    file,
    ok: false,
    name: resume?.name?.value ?? '',
    email: resume?.email?.value ?? '',
    phone: resume?.phone?.value ?? '',
    links: resume?.links.map(link => link.value.url) ?? [],
    location: resume?.location?.value ?? '',
    skills: resume?.skills.map(skill => skill.value.name) ?? [],
    experience:
      resume?.experience.map(({ value: { company, title, start, end } }) => ({
        company,
        title,
        start,
        end,
      })) ?? [],
    education:
      resume?.education.map(({ value: { school, degree, start, end } }) => ({
        school,
        degree,
        start,
        end,
      })) ?? [],
    years_of_experience: resume?.years_of_experience?.value ?? null,
    language: resume?.language ?? null,
    confidence: resume?.confidence ?? 0,
  }
}
