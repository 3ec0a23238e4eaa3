import {
  Profile,
  ProfileCertificate,
  ProfileJob,
  ProfileSchool,
} from '../../../../../main/contract/profile.ts'
import type { ReviewItem, ReviewPart, TakenItem } from '../../../../../main/contract/resumes.ts'

/** What a person decides about the things of a résumé, before anything is saved. */

export type Field = ReviewItem['field']

/** The person's words in place of the résumé's: one text, or single values of a position. */
export type Edit = Pick<TakenItem, 'text' | 'parts'>

export interface Decision {
  state: 'take' | 'open' | 'refuse'
  edit?: Edit | undefined
}

/** Decisions by the ids of their items; what is not in it stands as at first. */
export type Decisions = Readonly<Record<string, Decision>>

/** From here on it is sure, or likely; below it wants a look. */
const SURE = 0.8
const LIKELY = 0.6

export type Sureness = 'sure' | 'likely' | 'check'
export const surenessOf = ({ confidence }: Pick<ReviewItem, 'confidence'>): Sureness =>
  confidence >= SURE ? 'sure' : confidence >= LIKELY ? 'likely' : 'check'

/** What is chosen at first: what is new and at least likely. What the person said is replaced only when they say so. */
export const atFirst = (item: ReviewItem): Decision => ({
  state: item.before === null && surenessOf(item) !== 'check' ? 'take' : 'open',
})

export const decisionOf = (decisions: Decisions, item: ReviewItem): Decision =>
  decisions[item.id] ?? atFirst(item)

const LABELS: Partial<Record<Field, string>> = {
  name: 'Name',
  headline: 'What you do',
  email: 'Email',
  phone: 'Phone',
  location: 'Home',
  summary: 'Summary',
  seniority: 'Level',
  years_of_experience: 'Years of experience',
  experience: 'Position',
  education: 'School',
  certificates: 'Certificate',
  skills: 'Skill',
  languages: 'Language',
  links: 'Link',
}
export const fieldLabel = (field: Field): string => LABELS[field] ?? field

/** Things that stand under one heading. */
export interface ReviewGroup {
  title: string
  /** Short things lie side by side. */
  compact: boolean
  items: ReviewItem[]
}

const GROUPS: readonly { title: string; compact: boolean; fields: readonly Field[] }[] = [
  {
    title: 'About you',
    compact: false,
    fields: ['name', 'headline', 'email', 'phone', 'location', 'summary', 'seniority', 'years_of_experience'],
  },
  { title: 'Positions', compact: false, fields: ['experience'] },
  { title: 'Education', compact: false, fields: ['education'] },
  { title: 'Certificates', compact: false, fields: ['certificates'] },
  { title: 'Skills', compact: true, fields: ['skills'] },
  { title: 'Languages', compact: true, fields: ['languages'] },
  { title: 'Links', compact: false, fields: ['links'] },
]

/** The things by their headings, in the order of the résumé; headings without things are left out. */
export function reviewGroups(items: readonly ReviewItem[]): ReviewGroup[] {
  return GROUPS.map(({ title, compact, fields }) => ({
    title,
    compact,
    items: fields.flatMap(field => items.filter(item => item.field === field)),
  })).filter(group => group.items.length > 0)
}

/** What is to be saved. */
export function takenItems(items: readonly ReviewItem[], decisions: Decisions): TakenItem[] {
  return items.flatMap(item => {
    const { state, edit } = decisionOf(decisions, item)
    return state === 'take' ? [{ id: item.id, ...edit }] : []
  })
}

export const PART_LABELS: Record<ReviewPart, string> = {
  title: 'Title',
  company: 'Company',
  school: 'School',
  degree: 'Degree',
  name: 'Name',
  issuer: 'Issued by',
  start: 'From',
  end: 'Until',
  date: 'Date',
  place: 'Place',
  bullets: 'What you did, a line for each point',
}

/** The values of a position as they will be saved. */
export const valuesOf = (item: ReviewItem, edit: Edit | undefined): Partial<Record<ReviewPart, string>> => ({
  ...Object.fromEntries(item.parts.map(({ name, after }) => [name, after])),
  ...edit?.parts,
})

const SCHEMAS = { experience: ProfileJob, education: ProfileSchool, certificates: ProfileCertificate }
const isEntry = (field: Field): field is keyof typeof SCHEMAS => field in SCHEMAS

export type Faults = Partial<Record<ReviewPart | 'text', string>>

/** What of the person's words a profile cannot hold, by part; what only the core can tell is told when it is saved. */
export function faultsOf({ field }: ReviewItem, edit: Edit): Faults {
  if (isEntry(field)) {
    const { bullets = '', ...values } = edit.parts ?? {}
    const points = bullets
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '')
    const checked = SCHEMAS[field].safeParse({ ...values, bullets: points })
    return Object.fromEntries(
      checked.error?.issues.map(({ path, message }) => [String(path[0] ?? 'text'), message]) ?? [],
    )
  }
  const text = edit.text?.trim() ?? ''
  if (text === '') return { text: 'Write something, or leave it out' }
  const single = ['name', 'headline', 'email', 'phone', 'location', 'summary'] as const
  const own = single.find(one => one === field)
  const message = own && Profile.shape[own].safeParse(text).error?.issues[0]?.message
  return message ? { text: message } : {}
}

/** Which thing, and which part of it, an error at a field such as `take.3.parts.start` is about. */
export function faultAt(
  field: string | undefined,
  taken: readonly TakenItem[],
): { id: string; part: keyof Faults } | null {
  const [, index, part] = /^take\.(\d+)\.(?:parts\.)?(\w+)$/.exec(field ?? '') ?? []
  const item = taken[Number(index)]
  return item && part ? { id: item.id, part: part as keyof Faults } : null
}
