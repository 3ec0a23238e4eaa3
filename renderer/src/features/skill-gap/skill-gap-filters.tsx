import { CampaignId } from '../../../../main/contract/ids.ts'
import type { CampaignView } from '../../../../main/contract/shapes.ts'
import { type SkillGapKind, SkillGapOver } from '../../../../main/contract/skill-gap.ts'
import { Select } from '../../ui/select.tsx'
import { Checkbox } from '../../ui/toggles.tsx'
import { OPEN_FROM_CHOICES, type SkillGapView } from './skill-gap-view.ts'

const KINDS: readonly { value: SkillGapKind; label: string }[] = [
  { value: 'technical', label: 'Technical skills' },
  { value: 'soft', label: 'Soft skills' },
  { value: 'any', label: 'All skills' },
]
const OPEN_FROM = OPEN_FROM_CHOICES.map(percent => ({
  value: String(percent),
  label: `Open from ${percent} %`,
}))

/** Which jobs and skills are counted, and when a job is open. */
export function SkillGapFilters({
  view,
  campaigns,
  onChange,
}: {
  view: SkillGapView
  campaigns: readonly CampaignView[]
  onChange: (view: SkillGapView) => void
}) {
  const jobs = [
    { value: 'campaign', label: 'Matches of all campaigns' },
    ...campaigns.map(({ id, draft }) => ({ value: String(id), label: `Matches of ${draft.name}` })),
    { value: 'all', label: 'All jobs' },
    { value: 'favourites', label: 'Favourites' },
    { value: 'applied', label: 'Applied for' },
  ]
  const choose = (value: string) => {
    const over = SkillGapOver.safeParse(value)
    if (over.success) onChange({ ...view, over: over.data, campaignId: null })
    else onChange({ ...view, over: 'campaign', campaignId: CampaignId.parse(Number(value)) })
  }
  return (
    <div role="toolbar" aria-label="What is counted" className="flex flex-wrap items-center gap-2 pb-3">
      <Select
        label="Jobs counted"
        hideLabel
        className="flex-1 basis-40 sm:max-w-64"
        value={view.campaignId === null ? view.over : String(view.campaignId)}
        options={jobs}
        onChange={choose}
      />
      <Select
        label="Skills counted"
        hideLabel
        className="flex-1 basis-36 sm:max-w-44"
        value={view.kind}
        options={KINDS}
        onChange={kind => onChange({ ...view, kind })}
      />
      <Select
        label="Part of its required skills from which on a job is open"
        hideLabel
        className="flex-1 basis-36 sm:max-w-44"
        value={String(view.openFrom)}
        options={OPEN_FROM}
        onChange={percent => onChange({ ...view, openFrom: Number(percent) })}
      />
      {view.over === 'applied' ? null : (
        <Checkbox
          label="Rejected and archived too"
          checked={view.putAway}
          onChange={putAway => onChange({ ...view, putAway })}
        />
      )}
    </div>
  )
}
