import clsx from 'clsx'
import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react'
import type { SourceId } from '../../../../main/contract/ids.ts'
import type { SourceView } from '../../../../main/contract/sources.ts'
import { Button } from '../../ui/button.tsx'
import { When } from '../../ui/when.tsx'
import { stopTest, useSourceTest } from './source-tests.ts'
import { answerWords } from './source-words.ts'

/** Asks a source once; while that goes on, it can be stopped. */
export function TestButton({
  source,
  onTest,
  look = 'plain',
  size = 'small',
}: {
  source: { id: SourceId; label: string }
  onTest: () => void
  look?: 'plain' | 'primary'
  size?: 'small' | 'normal'
}) {
  const busy = useSourceTest(source.id)?.state === 'busy'
  // One button for both, so that the focus stays where it is.
  return (
    <Button
      look={busy ? 'plain' : look}
      size={size}
      aria-label={busy ? `Stop the test of ${source.label}` : `Test ${source.label}`}
      onClick={busy ? () => stopTest(source.id) : onTest}
    >
      {busy ? 'Stop' : 'Test'}
    </Button>
  )
}

/** What the last test said, until a run says something newer. The place stands before, so that screen readers hear it. */
export function TestResult({ source, className }: { source: SourceView; className?: string }) {
  const test = useSourceTest(source.id)
  // What a run said since is newer.
  const since = (at: string | null) => at !== null && test !== undefined && 'at' in test && at > test.at
  const old = since(source.lastSuccessAt) || since(source.lastErrorAt)
  return (
    <div role="status" className={clsx('text-xs empty:hidden', className)}>
      {test === undefined || old ? null : (
        <span className="inline-flex items-start gap-1.5">
          <span aria-hidden className="flex h-[1lh] w-4 shrink-0 items-center justify-center">
            {test.state === 'busy' ? <LoaderCircle className="size-3.5 animate-pulse text-ink-3" /> : null}
            {test.state === 'ok' ? <CircleCheck className="size-3.5 text-good" /> : null}
            {test.state === 'bad' ? <CircleAlert className="size-3.5 text-bad" /> : null}
          </span>
          {test.state === 'busy' ? (
            <span className="text-ink-2">Testing whether it answers</span>
          ) : (
            <span>
              Tested <When at={test.at} />: {answerWords(test.words).replace(/^Answers/, 'answers')}
            </span>
          )}
        </span>
      )}
    </div>
  )
}
