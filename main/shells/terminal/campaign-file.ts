import { refuse } from '../../contract/errors.ts'
import { Profile } from '../../contract/profile.ts'
import type { CampaignDraft } from '../../contract/shapes.ts'
import { draftOf } from './campaigns.ts'

/** What a file holds of campaigns and the person. */
export interface CampaignFile {
  drafts: CampaignDraft[]
  profile: Profile | null
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads a list of campaigns, or {"campaigns": […], "profile": {…}}. Refuses with the campaign and field at fault. */
export function campaignsIn(content: unknown, file: string): CampaignFile {
  const campaigns = isRecord(content) ? content.campaigns : content
  if (!Array.isArray(campaigns))
    refuse('file_not_understood', `${file} holds no campaigns: a list is expected, or {"campaigns": […]}.`)
  const drafts = campaigns.map((value, index) =>
    draftOf(value, field => {
      const name = isRecord(value) && typeof value.name === 'string' ? ` ("${value.name}")` : ''
      return `Campaign ${index + 1}${name}${field === '' ? '' : `, ${field}`}`
    }),
  )
  const names = drafts.map(draft => draft.name.toLowerCase())
  const twice = drafts.find((_, index) => names.indexOf(names[index] ?? '') !== index)
  if (twice) refuse('bad_input', `${file} holds two campaigns named "${twice.name}".`)
  const profile = isRecord(content) ? content.profile : null
  return { drafts, profile: profile === undefined || profile === null ? null : profileOf(profile) }
}

/** A profile. Refuses with the field at fault. */
export function profileOf(value: unknown): Profile {
  const parsed = Profile.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const field = issue?.path.map(String).join('.') ?? ''
  return refuse(
    'bad_input',
    `Profile${field === '' ? '' : `, ${field}`}: ${issue?.message ?? 'does not fit'}`,
  )
}
