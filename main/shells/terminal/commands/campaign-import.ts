import { refuse } from '../../../contract/errors.ts'
import { type CampaignDraft, Profile } from '../../../contract/shapes.ts'
import { createCampaign, draftOf, findNamed, updateCampaign } from '../campaigns.ts'
import { command } from '../command.ts'
import { readJsonFile } from '../read-file.ts'
import type { Session } from '../session.ts'
import { count } from '../words.ts'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const campaignImport = command({
  name: 'campaign import',
  usage: 'FILE',
  summary: 'Campaigns and a profile from a JSON file. Campaigns of a known name are changed.',
  options: {},
  words: { least: 1, most: 1, what: 'one file' },
  prepare(_values, [file = '']) {
    // Everything is checked before anything is changed.
    const { drafts, profile } = contentOf(readJsonFile(file), file)
    return async session => {
      const { created, updated } = await saveAll(session, drafts)
      if (profile) await session.ask('profile.save', profile)
      return {
        json: { created, updated, profile: profile !== null },
        lines: [
          ...created.map(name => `Made "${name}".`),
          ...updated.map(name => `Changed "${name}".`),
          ...(profile ? ['Saved the profile.'] : []),
          `${count(drafts.length, 'campaign')} in ${file}.`,
        ],
      }
    }
  },
})

/** Makes or changes one campaign after the other; Ctrl+C stops between two. */
async function saveAll(session: Session, drafts: readonly CampaignDraft[]) {
  const created: string[] = []
  const updated: string[] = []
  for (const draft of drafts) {
    if (session.interrupted()) break
    const known = await findNamed(session, draft.name)
    if (known) await updateCampaign(session, known, draft)
    else await createCampaign(session, draft)
    if (known) updated.push(draft.name)
    else created.push(draft.name)
  }
  return { created, updated }
}

function contentOf(content: unknown, file: string): { drafts: CampaignDraft[]; profile: Profile | null } {
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
  return { drafts, profile: isRecord(content) ? profileOf(content.profile) : null }
}

function profileOf(value: unknown): Profile | null {
  if (value === undefined || value === null) return null
  const parsed = Profile.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  return refuse('bad_input', `Profile, ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not fit'}`)
}
