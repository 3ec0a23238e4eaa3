import {
  CircleCheck,
  CirclePause,
  CircleSlash,
  CircleX,
  Clock,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react'
import type { RunState } from '../../../../main/contract/runs.ts'
import { Badge } from '../../ui/badge.tsx'
import { RUN_STATE_LABELS, RUN_STATE_TONES } from '../campaigns/run-words.ts'

const ICONS: Record<RunState, LucideIcon> = {
  queued: Clock,
  running: LoaderCircle,
  succeeded: CircleCheck,
  failed: CircleX,
  cancelled: CircleSlash,
  interrupted: CirclePause,
}

/** How a run stands: a word with its icon and colour. */
export function RunStateBadge({ state }: { state: RunState }) {
  return (
    <Badge tone={RUN_STATE_TONES[state]} icon={ICONS[state]}>
      {RUN_STATE_LABELS[state]}
    </Badge>
  )
}

const COLOURS: Record<RunState, string> = {
  queued: 'text-info',
  running: 'text-info',
  succeeded: 'text-good',
  failed: 'text-bad',
  cancelled: 'text-ink-3',
  interrupted: 'text-warn',
}

/** The same as a mark alone; its words stand beside it or name what it stands in. */
export function RunStateIcon({ state }: { state: RunState }) {
  const Icon = ICONS[state]
  return <Icon aria-hidden className={`size-4 ${COLOURS[state]}`} strokeWidth={2} />
}
