import clsx from 'clsx'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import type { SourceId } from '../../../../main/contract/ids.ts'
import type { SourceView } from '../../../../main/contract/sources.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { When } from '../../ui/when.tsx'
import { stopTest, useSourceTest } from './source-tests.ts'

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
  return (
    <span className="inline-flex items-center">
      <Button look={look} size={size} busy={busy} aria-label={`Test ${source.label}`} onClick={onTest}>
        {busy ? 'Testing' : 'Test'}
      </Button>
      {busy ? (
        <IconButton label={`Stop the test of ${source.label}`} icon={X} onClick={() => stopTest(source.id)} />
      ) : null}
    </span>
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
      {test === undefined || test.state === 'busy' || old ? null : (
        <span className="inline-flex items-start gap-1.5">
          {test.state === 'ok' ? (
            <CircleCheck aria-hidden className="mt-0.5 size-3 shrink-0 text-good" />
          ) : (
            <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0 text-bad" />
          )}
          <span>
            Tested <When at={test.at} />: {withoutName(test.words, source.label)}
          </span>
        </span>
      )}
    </div>
  )
}

/** The name stands beside already: "Lever: acme answers: 3 postings." → "answers with 3 postings." */
function withoutName(words: string, label: string): string {
  const start = `${label} answers: `
  return words.startsWith(start) ? `answers with ${words.slice(start.length)}` : words
}
