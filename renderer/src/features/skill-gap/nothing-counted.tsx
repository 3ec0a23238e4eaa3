import { ChartBarBig, FileUp, SearchX } from 'lucide-react'
import { useNavigate } from 'react-router'
import type { SkillGap } from '../../../../main/contract/skill-gap.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { openImport } from '../imports/import-opener.ts'
import type { SkillGapView } from './skill-gap-view.ts'
import { jobsText } from './skill-gap-words.ts'

/** Why there is nothing to count, and the one next step. */
export function NothingCounted({
  gap,
  view,
  onChange,
}: {
  gap: SkillGap
  view: SkillGapView
  onChange: (view: SkillGapView) => void
}) {
  const navigate = useNavigate()
  const { jobs, campaign } = gap
  const countAll = (
    <Button onClick={() => onChange({ ...view, over: 'all', campaignId: null })}>Count all jobs</Button>
  )
  if (jobs > 0)
    return (
      <EmptyState
        icon={SearchX}
        title="No skill named"
        action={
          view.kind === 'any' ? null : (
            <Button onClick={() => onChange({ ...view, kind: 'any' })}>Count all skills</Button>
          )
        }
      >
        {`${jobsText(jobs)} counted, and none names a skill of this kind.`}
      </EmptyState>
    )
  if (campaign)
    return (
      <EmptyState
        icon={SearchX}
        title="No match to count"
        action={
          <Button onClick={() => void navigate(`/campaigns/${view.campaignId}`)}>Open the campaign</Button>
        }
      >
        {`No job scores ${campaign.threshold} or more for ${campaign.name}. With a lower threshold of its alerts more jobs count here.`}
      </EmptyState>
    )
  if (view.over === 'campaign')
    return (
      <EmptyState icon={SearchX} title="No match to count" action={countAll}>
        No job reaches the alert threshold of an active campaign yet.
      </EmptyState>
    )
  if (view.over === 'favourites')
    return (
      <EmptyState icon={SearchX} title="No favourite to count" action={countAll}>
        Mark jobs with the star, and this page counts what they ask for.
      </EmptyState>
    )
  if (view.over === 'applied')
    return (
      <EmptyState icon={SearchX} title="No application to count" action={countAll}>
        Once you mark a job as applied, this page counts what it asks for.
      </EmptyState>
    )
  return (
    <EmptyState
      icon={ChartBarBig}
      title="No jobs to count yet"
      action={
        <Button look="primary" icon={FileUp} onClick={() => openImport()}>
          Import jobs
        </Button>
      }
    >
      With jobs here, this page shows which skills they ask for, which of them you lack, and which would open
      most jobs.
    </EmptyState>
  )
}
