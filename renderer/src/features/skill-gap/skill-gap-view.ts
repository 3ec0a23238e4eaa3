import { CampaignId } from '../../../../main/contract/ids.ts'
import {
  MOST_TRIED,
  OPEN_FROM_PERCENT,
  SkillGapKind,
  SkillGapOver,
  TRIED_SKILL_LENGTH,
} from '../../../../main/contract/skill-gap.ts'

/** What the page of the skill gap shows; it stands in the address, so that back and links bring it back. */
export interface SkillGapView {
  over: SkillGapOver
  /** With `campaign`; null: any active one. */
  campaignId: CampaignId | null
  kind: SkillGapKind
  /** Percent of its required skills from which on a job is open. */
  openFrom: number
  /** With rejected and archived jobs. */
  putAway: boolean
  tried: string[]
}

/** The shares that can be chosen, in percent. */
export const OPEN_FROM_CHOICES = [40, 50, OPEN_FROM_PERCENT, 70, 80, 100] as const

/** The view of a plain `/skills`. */
export const PLAIN_VIEW: SkillGapView = {
  over: 'campaign',
  campaignId: null,
  kind: 'technical',
  openFrom: OPEN_FROM_PERCENT,
  putAway: false,
  tried: [],
}

/** The view that an address asks for; what cannot be read counts as absent. */
export function readSkillGapView(params: URLSearchParams): SkillGapView {
  const campaign = CampaignId.safeParse(Number(params.get('campaign')))
  const over = SkillGapOver.safeParse(params.get('jobs'))
  const tried = params
    .getAll('try')
    .map(name => name.trim())
    .filter(name => name !== '' && name.length <= TRIED_SKILL_LENGTH)
  const openFrom = Number(params.get('from'))
  return {
    campaignId: campaign.success ? campaign.data : null,
    over: campaign.success ? 'campaign' : (over.data ?? PLAIN_VIEW.over),
    kind: SkillGapKind.safeParse(params.get('kind')).data ?? PLAIN_VIEW.kind,
    openFrom: OPEN_FROM_CHOICES.find(choice => choice === openFrom) ?? PLAIN_VIEW.openFrom,
    putAway: params.get('away') === '1',
    tried: [...new Set(tried)].slice(0, MOST_TRIED),
  }
}

/** The query of a view's address, with "?": always with the jobs, else without what is plain. */
export function skillGapQuery({ over, campaignId, kind, openFrom, putAway, tried }: SkillGapView): string {
  const params = new URLSearchParams()
  if (campaignId !== null) params.set('campaign', String(campaignId))
  else params.set('jobs', over)
  if (kind !== PLAIN_VIEW.kind) params.set('kind', kind)
  if (openFrom !== PLAIN_VIEW.openFrom) params.set('from', String(openFrom))
  if (putAway) params.set('away', '1')
  for (const name of tried) params.append('try', name)
  return `?${params.toString()}`
}

/** The view with a skill tried or not; one more than can be tried leaves it as it is. */
export function withTried(view: SkillGapView, name: string, on: boolean): SkillGapView {
  const others = view.tried.filter(other => other !== name)
  const tried = on ? [...others, name] : others
  return tried.length > MOST_TRIED ? view : { ...view, tried }
}
