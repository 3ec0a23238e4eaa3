import { CircleStop, Ellipsis, RotateCw } from 'lucide-react'
import type { RunView } from '../../../../main/contract/runs.ts'
import { useCommand } from '../../app/commands.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { isGoing, stepLabel } from '../campaigns/run-words.ts'
import { graphSteps } from './graph-steps.ts'
import { useCancel } from './use-cancel.ts'
import type { RunActs } from './use-run-acts.ts'

/** Steps that can be made alone for an ended run; postings go through the others together. */
const ALONE = ['companies', 'enrich', 'check', 'notify'] as const

/** Cancel while it goes; afterwards go on from where it ended, or make one step alone. */
export function RunActions({ run, acts }: { run: RunView; acts: RunActs }) {
  const { cancelling, cancel } = useCancel(run.id)
  const going = isGoing(run)
  const retry = () => void acts.retry(run.id)
  useCommand(
    going
      ? { id: 'run.cancel', title: 'Cancel this run', group: 'Run', icon: CircleStop, run: cancel }
      : run.canRetry
        ? { id: 'run.retry', title: 'Retry this run', group: 'Run', icon: RotateCw, run: retry }
        : null,
  )
  if (going)
    return (
      <Button icon={CircleStop} busy={cancelling} onClick={cancel}>
        {cancelling ? 'Cancelling' : 'Cancel'}
      </Button>
    )
  const had = graphSteps(run, null).map(({ step }) => step)
  const entries: MenuEntry[] = [
    { heading: 'One step alone' },
    ...ALONE.filter(step => had.includes(step)).map(step => ({
      label: stepLabel(step),
      onSelect: () => void acts.retry(run.id, step),
    })),
    { label: 'Rank all jobs of the campaign', onSelect: () => void acts.start(run.campaignId, 'rank') },
    'separator',
    { label: 'Run the campaign now', onSelect: () => void acts.start(run.campaignId, 'collect') },
  ]
  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton label="More for this run" icon={Ellipsis} className="size-8" />}
        entries={entries}
      />
      {run.canRetry ? (
        <Button look="primary" icon={RotateCw} onClick={retry}>
          Retry
        </Button>
      ) : null}
    </>
  )
}
