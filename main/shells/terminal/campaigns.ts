import { refuse } from '../../contract/errors.ts'
import type { CampaignId } from '../../contract/ids.ts'
import { CampaignDraft, type CampaignView } from '../../contract/shapes.ts'
import type { Session } from './session.ts'

const sameName = (a: string, b: string) => a.localeCompare(b, 'en', { sensitivity: 'accent' }) === 0

/** The campaign of this name, without regard to case; undefined when there is none. */
export async function findNamed({ ask }: Session, name: string): Promise<CampaignView | undefined> {
  const campaigns = await ask('campaigns.list', {})
  return (
    campaigns.find(({ draft }) => draft.name === name) ??
    campaigns.find(({ draft }) => sameName(draft.name, name))
  )
}

/** The campaign of this name. Refuses with the names that there are. */
export async function campaignNamed(session: Session, name: string): Promise<CampaignView> {
  const campaign = await findNamed(session, name)
  if (campaign) return campaign
  const names = (await session.ask('campaigns.list', {})).map(({ draft }) => `"${draft.name}"`)
  const known = names.length > 0 ? `There are: ${names.join(', ')}.` : 'There are none yet.'
  return refuse('not_found', `There is no campaign "${name}". ${known}`, { field: '--campaign' })
}

/** Parses a draft; a refusal names the field as `nameOf` gives it. */
export function draftOf(value: unknown, nameOf: (field: string) => string): CampaignDraft {
  const parsed = CampaignDraft.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const field = nameOf(issue?.path.map(String).join('.') ?? '')
  return refuse('bad_input', `${field}: ${issue?.message ?? 'does not fit'}`, { field })
}

/** Makes a campaign and waits until the jobs that are known are ranked for it. */
export async function createCampaign(session: Session, draft: CampaignDraft): Promise<CampaignId> {
  const { campaignId } = await session.ask('campaigns.create', draft)
  await untilRanked(session, campaignId, draft.name)
  return campaignId
}

/** Gives a campaign other wishes and waits until the jobs are ranked by them. */
export async function updateCampaign(
  session: Session,
  { id: campaignId }: CampaignView,
  draft: CampaignDraft,
): Promise<void> {
  await session.ask('campaigns.update', { campaignId, draft })
  await untilRanked(session, campaignId, draft.name)
}

async function untilRanked({ runs, follow }: Session, campaignId: CampaignId, name: string): Promise<void> {
  for (const runId of runs.open(campaignId)) await follow(runId, `Ranking for ${name}`)
}
