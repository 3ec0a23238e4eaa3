import clsx from 'clsx'
import { CircleAlert, CircleCheck, CircleDashed, CirclePause, Clock, type LucideIcon } from 'lucide-react'
import { SOURCE_STATE_LABELS } from '../../../../main/contract/labels.ts'
import type { SourceState, SourceView } from '../../../../main/contract/sources.ts'
import { When } from '../../ui/when.tsx'
import { useSourceTest } from './source-tests.ts'

const FACES: Record<SourceState, { icon: LucideIcon; colour: string }> = {
  ok: { icon: CircleCheck, colour: 'text-good' },
  failing: { icon: CircleAlert, colour: 'text-bad' },
  resting: { icon: Clock, colour: 'text-warn' },
  off: { icon: CirclePause, colour: 'text-ink-3' },
  new: { icon: CircleDashed, colour: 'text-ink-3' },
}

/** How a source is: icon, word, and since or until when. */
export function SourceStateMark({
  source,
  className,
}: {
  source: Pick<SourceView, 'state' | 'pausedUntil' | 'lastErrorAt'>
  className?: string
}) {
  const { state, pausedUntil, lastErrorAt } = source
  const { icon: Icon, colour } = FACES[state]
  return (
    <span className={clsx('inline-flex items-start gap-1.5', className)}>
      <span aria-hidden className="flex h-[1lh] items-center">
        <Icon className={clsx('size-4 shrink-0', colour)} strokeWidth={1.75} />
      </span>
      <span>
        {SOURCE_STATE_LABELS[state]}
        {state === 'resting' && pausedUntil ? (
          <span className="font-normal text-ink-2">
            {', asked again '}
            <When at={pausedUntil} />
          </span>
        ) : null}
        {state === 'failing' && lastErrorAt ? (
          <span className="font-normal text-ink-2">
            {', asked '}
            <When at={lastErrorAt} />
          </span>
        ) : null}
      </span>
    </span>
  )
}

/** The same in a sentence; nothing where the word says all. */
export function SourceHealth({ source, className }: { source: SourceView; className?: string }) {
  const test = useSourceTest(source.id)
  if (source.state === 'off' || source.state === 'new') return null
  // The result of a test that failed stands below and says the same.
  if (test?.state === 'bad' && test.words === source.lastError && !((source.lastErrorAt ?? '') > test.at))
    return null
  return (
    <p className={clsx('text-xs text-ink-2', className)} title={source.health}>
      {source.health}
    </p>
  )
}
