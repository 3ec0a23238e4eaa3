import { CircleStop, Ellipsis, RotateCw } from 'lucide-react'
import type { RunView } from '../../../../main/contract/runs.ts'
import { useCommand } from '../../app/commands.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { isGoing } from '../campaigns/run-words.ts'
import { useCancel } from './use-cancel.ts'
import type { RunActs } from './use-run-acts.ts'

const ALONE = [
  { step: 'rank', label: 'Rank again' },
  { step: 'check', label: 'Check the data' },
  { step: 'notify', label: 'Notify' },
] as const

/** Cancel while it goes; afterwards go on from where it ended, or make one of the last steps alone. */
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
  const entries: MenuEntry[] = [
    { heading: 'One step alone' },
    ...ALONE.map(({ step, label }) => ({
      label,
      onSelect: () => void (run.canRetry ? acts.retry(run.id, step) : acts.start(run.campaignId, step)),
    })),
    ...(run.kind === 'import'
      ? []
      : [
          'separator' as const,
          { label: 'Run the campaign again', onSelect: () => void acts.start(run.campaignId, 'collect') },
        ]),
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
