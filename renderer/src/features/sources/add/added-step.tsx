import { CircleAlert, CircleCheck, CircleHelp, LoaderCircle, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { SourceId } from '../../../../../main/contract/ids.ts'
import { Badge } from '../../../ui/badge.tsx'
import { IconButton } from '../../../ui/button.tsx'
import { stopTest, useSourceTest } from '../source-tests.ts'
import { answerWords } from '../source-words.ts'
import type { Line } from './use-adding.ts'

const OUTCOMES: Record<Line['outcome'], { label: string; tone: 'good' | 'neutral' | 'warn' | 'bad' }> = {
  added: { label: 'Added', tone: 'good' },
  changed: { label: 'There already, changed', tone: 'good' },
  known: { label: 'Already there', tone: 'neutral' },
  unknown: { label: 'Not recognised', tone: 'warn' },
  failed: { label: 'Not added', tone: 'bad' },
}

/** What became of each line, and how each new source answers. */
export function AddedStep({
  lines,
  inCampaign,
  onLeave,
}: {
  lines: readonly Line[]
  inCampaign: boolean
  onLeave: () => void
}) {
  const list = useRef<HTMLUListElement>(null)
  // The form that had the focus is gone; what it brought is read from here.
  useEffect(() => list.current?.focus(), [])
  const some = lines.some(line => line.sourceId !== null)
  return (
    <div className="flex flex-col gap-3">
      <ul
        ref={list}
        tabIndex={-1}
        aria-label="What was added"
        className="rounded border border-line outline-none"
      >
        {lines.map(line => (
          <li
            key={line.text}
            className="flex flex-col gap-0.5 border-b border-line px-3 py-2 last:border-b-0"
          >
            <div className="flex items-start justify-between gap-3">
              <span className="min-w-0 font-medium break-words">
                {line.sourceId === null ? (
                  line.text
                ) : (
                  <Link to={`/sources/${line.sourceId}`} onClick={onLeave} className="hover:underline">
                    {line.words}
                  </Link>
                )}
              </span>
              <Badge tone={OUTCOMES[line.outcome].tone}>{OUTCOMES[line.outcome].label}</Badge>
            </div>
            {line.outcome === 'failed' ? (
              <Words
                icon={CircleAlert}
                colour="text-bad"
                words={`${line.words} Nothing was changed for it.`}
              />
            ) : null}
            {line.outcome === 'unknown' ? (
              <Words
                icon={CircleHelp}
                colour="text-warn"
                words="Paste the whole address of the page that lists the jobs. A single posting is added under Jobs."
              />
            ) : null}
            {line.sourceId !== null ? (
              <Answer sourceId={line.sourceId} known={line.outcome === 'known'} />
            ) : null}
          </li>
        ))}
      </ul>
      {some && !inCampaign ? (
        <p className="text-sm text-ink-2">
          No campaign asks {lines.length === 1 ? 'it' : 'them'} yet. Choose{' '}
          {lines.length === 1 ? 'it' : 'them'} on the page of a campaign.
        </p>
      ) : null}
    </div>
  )
}

function Words({ icon: Icon, colour, words }: { icon: typeof CircleCheck; colour: string; words: string }) {
  return (
    <span className="flex items-start gap-1.5 text-sm text-ink-2">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${colour}`} strokeWidth={1.75} />
      {words}
    </span>
  )
}

/** The answer of the test that began with the addition. */
function Answer({ sourceId, known }: { sourceId: number; known: boolean }) {
  const id = SourceId.parse(sourceId)
  const test = useSourceTest(id)
  return (
    <div role="status" className="flex items-center">
      {test === undefined && !known ? <span className="text-sm text-ink-3">Waiting for its test</span> : null}
      {test?.state === 'busy' ? (
        <>
          <Words icon={LoaderCircle} colour="text-ink-3 animate-pulse" words="Testing whether it answers" />
          <IconButton label="Stop the test" icon={X} onClick={() => stopTest(id)} />
        </>
      ) : null}
      {test?.state === 'ok' ? (
        <Words icon={CircleCheck} colour="text-good" words={answerWords(test.words)} />
      ) : null}
      {test?.state === 'bad' ? (
        <Words icon={CircleAlert} colour="text-bad" words={`${test.words} It stays on the list.`} />
      ) : null}
    </div>
  )
}
