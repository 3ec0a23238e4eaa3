import { Copy, Ellipsis, FileUp, Pause, PencilLine, Play, Trash2 } from 'lucide-react'
import { Link } from 'react-router'
import type { CampaignView } from '../../../../main/contract/shapes.ts'
import { useRunProgress } from '../../app/live.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { ScoreRing } from '../../ui/score-ring.tsx'
import { When } from '../../ui/when.tsx'
import { openImport } from '../imports/import-opener.ts'
import { noRunWords } from '../schedule/schedule-words.ts'
import { RunProgress } from './run-progress.tsx'
import { countsText, isGoing, RUN_STATE_LABELS } from './run-words.ts'
import type { CampaignActs } from './use-campaign-acts.ts'

/** One campaign in the list: its state, its numbers, its last and next run, and what can be done. */
export function CampaignCard({ campaign, acts }: { campaign: CampaignView; acts: CampaignActs }) {
  const { id, draft, state, lastRun, nextRunAt, sources } = campaign
  const going = useRunProgress(id) !== null || isGoing(lastRun)
  return (
    <li className="flex flex-col gap-3 rounded border border-line bg-surface p-4">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="flex min-w-0 flex-1 basis-64 items-start gap-3">
          <ScoreRing score={campaign.bestScore} />
          <div className="min-w-0">
            <h2 className="flex flex-wrap items-center gap-2 text-lg font-semibold">
              <Link to={`/campaigns/${id}`} className="hover:underline">
                {draft.name}
              </Link>
              {state === 'paused' ? (
                <Badge tone="neutral" icon={Pause}>
                  Paused
                </Badge>
              ) : null}
            </h2>
            <p className="text-sm text-ink-2">{draft.query || 'Any title'}</p>
          </div>
        </div>
        <div className="flex items-center gap-1.5">
          <Button
            icon={Play}
            disabled={going}
            aria-label={`${going ? 'Running' : 'Run now'}: ${draft.name}`}
            onClick={() => void acts.run(id)}
          >
            {going ? 'Running' : 'Run now'}
          </Button>
          <CampaignMenu campaign={campaign} acts={acts} />
        </div>
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 text-sm sm:grid-cols-3 lg:grid-cols-5">
        <Figure label="Found">
          <Link to={`/jobs?campaign=${id}`} className="text-link">
            {campaign.found.toLocaleString('en')} {campaign.found === 1 ? 'job' : 'jobs'}
          </Link>
        </Figure>
        <Figure label={`Matches from ${draft.alert_threshold}`}>
          {campaign.matches.toLocaleString('en')}
          {campaign.matches >= 1000 ? ' or more' : ''}
        </Figure>
        <Figure label="Last run">
          {lastRun ? (
            <>
              <When at={lastRun.startedAt ?? lastRun.queuedAt} />
              <span className="block text-xs text-ink-3">
                {lastRun.state === 'succeeded' ? countsText(lastRun.counts) : RUN_STATE_LABELS[lastRun.state]}
              </span>
            </>
          ) : (
            <span className="text-ink-3">never</span>
          )}
        </Figure>
        <Figure label="Next run">
          {nextRunAt ? <When at={nextRunAt} /> : <span className="text-ink-3">{noRunWords(campaign)}</span>}
        </Figure>
        <Figure label="Sources">
          {sources.length > 0 ? (
            sources.map(source => source.label).join(', ')
          ) : (
            <span className="text-ink-3">imported files only</span>
          )}
        </Figure>
      </dl>
      <RunProgress campaignId={id} run={lastRun} steps={false} />
    </li>
  )
}

function Figure({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-3">{label}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  )
}

/** The less frequent acts on a campaign. */
export function CampaignMenu({ campaign, acts }: { campaign: CampaignView; acts: CampaignActs }) {
  const paused = campaign.state === 'paused'
  return (
    <Menu
      align="end"
      trigger={<IconButton label={`More for ${campaign.draft.name}`} icon={Ellipsis} className="size-8" />}
      entries={[
        { label: 'Edit', icon: PencilLine, onSelect: () => acts.edit(campaign) },
        { label: 'Duplicate', icon: Copy, onSelect: () => acts.duplicate(campaign) },
        { label: 'Import a file', icon: FileUp, onSelect: () => openImport({ campaignId: campaign.id }) },
        {
          label: paused ? 'Resume' : 'Pause',
          icon: paused ? Play : Pause,
          onSelect: () => acts.toggle(campaign),
        },
        'separator',
        { label: 'Delete', icon: Trash2, danger: true, onSelect: () => acts.remove(campaign) },
      ]}
    />
  )
}
