import { LARGEST_RESUME, type ResumeItem, type ResumeProposal } from '../../../../main/contract/profile.ts'

type Field = ResumeItem['field']

const FIELD_LABELS: Record<Field, string> = {
  name: 'Name',
  headline: 'What you do',
  email: 'Email',
  phone: 'Phone',
  location: 'Home',
  summary: 'Summary',
  seniority: 'Level',
  years_of_experience: 'Years of experience',
  skills: 'Skills',
  experience: 'Positions',
  education: 'Education',
  certificates: 'Certificates',
  languages: 'Languages',
  preferred_locations: 'Preferred places',
  remote_preference: 'Remote or on site',
  salary: 'Salary wish',
  work_authorisation: 'Work permits',
  links: 'Links',
  extra: 'Everything else',
}

/** The items of one field: those that replace something, and those that add. */
export interface ResumeGroup {
  field: Field
  label: string
  replaced: ResumeItem[]
  added: ResumeItem[]
}

/** The items by field, in the order in which the resume gave them. */
export function groupsOf({ items }: ResumeProposal): ResumeGroup[] {
  const groups = new Map<Field, ResumeGroup>()
  for (const item of items) {
    const group = groups.get(item.field) ?? {
      field: item.field,
      label: FIELD_LABELS[item.field],
      replaced: [],
      added: [],
    }
    group[item.before === null ? 'added' : 'replaced'].push(item)
    groups.set(item.field, group)
  }
  return [...groups.values()]
}

/** What is taken at first: what is new. What the person said is replaced only when they say so. */
export function takenAtFirst({ items }: ResumeProposal): Set<string> {
  return new Set(items.filter(({ before }) => before === null).map(({ id }) => id))
}

/** Bytes that are read of a file: more cannot be a resume of the largest length. */
const LARGEST_FILE = 2_000_000

/** Reads a file as text; refuses in words what cannot be a resume before it is read. */
export async function textOfFile(file: File): Promise<{ text: string } | { problem: string }> {
  if (file.size === 0) return { problem: `${file.name} is empty. Nothing was changed.` }
  if (file.size > LARGEST_FILE)
    return {
      problem: `${file.name} is larger than a resume can be (${Math.ceil(file.size / 1_000_000)} MB; the limit is 2 MB). Nothing was changed.`,
    }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return fitting(new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes))
  } catch {
    return { problem: `${file.name} is no text. A JSON Resume is a text file whose name ends in .json.` }
  }
}

/** By the byte order mark that UTF-16 begins with; else UTF-8. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

/** A text that is short enough to be read. */
export function fitting(text: string): { text: string } | { problem: string } {
  if (text.length > LARGEST_RESUME || new TextEncoder().encode(text).length > 1_200_000)
    return {
      problem: `This text is longer than a resume can be (${LARGEST_RESUME.toLocaleString('en')} characters). Nothing was changed.`,
    }
  return { text }
}
