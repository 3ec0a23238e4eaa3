import clsx from 'clsx'
import { ArrowDownToLine, Copy } from 'lucide-react'
import { memo, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { RunLogLine, RunView } from '../../../../main/contract/runs.ts'
import { Failure, failureToast } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { toast } from '../../ui/toast-store.ts'
import { RadioGroup } from '../../ui/toggles.tsx'
import { exactText } from '../../ui/when-text.ts'
import { isGoing, runTitle, stepLabel } from '../campaigns/run-words.ts'
import { clockOf, cutAt, filterLog, type LogFilter, logText } from './log-text.ts'
import { useRunLog } from './use-run-log.ts'

/** Lines drawn as one piece: a piece that is full is not drawn anew when others come. */
const PIECE = 100
/** So near to its end, a log follows what comes. */
const NEAR_END = 24

const LEVELS = [
  { value: 'all', label: 'All lines' },
  { value: 'problems', label: 'Problems' },
] as const

/** What the run did, line by line: to follow, to search and to copy. */
export function RunLog({ run }: { run: RunView }) {
  const going = isGoing(run)
  const { data: lines, error, refetch } = useRunLog(run.id, going)
  const [filter, setFilter] = useState<LogFilter>({ level: 'all', words: '' })
  const wanted = useDeferredValue(filter)
  const shown = useMemo(() => filterLog(lines ?? [], wanted), [lines, wanted])
  if (error && !lines)
    return (
      <Section title="Log">
        <Failure error={error} onRetry={() => void refetch()} />
      </Section>
    )
  if (!lines)
    return (
      <Section title="Log">
        <SkeletonRows rows={4} label="Loading the log" />
      </Section>
    )
  const copy = () =>
    void navigator.clipboard
      .writeText(logText(`Run ${run.id}: ${runTitle(run)}, ${run.campaignName}`, lines))
      .then(
        () =>
          toast('The log is in the clipboard', {
            description: `${lines.length.toLocaleString('en')} lines.`,
          }),
        failureToast,
      )
  return (
    <Section
      title="Log"
      lead={
        shown.length === lines.length
          ? `${lines.length.toLocaleString('en')} ${lines.length === 1 ? 'line' : 'lines'}`
          : `${shown.length.toLocaleString('en')} of ${lines.length.toLocaleString('en')} lines`
      }
      action={
        <div className="flex flex-wrap items-center gap-2">
          <TextField
            type="search"
            label="Search in the log"
            hideLabel
            placeholder="Search in the log"
            className="w-48"
            value={filter.words}
            onChange={event => setFilter({ ...filter, words: event.target.value })}
          />
          <RadioGroup
            label="Lines shown"
            hideLabel
            options={LEVELS}
            value={filter.level}
            onChange={level => setFilter({ ...filter, level })}
          />
          <Button icon={Copy} disabled={lines.length === 0} onClick={copy}>
            Copy all
          </Button>
        </div>
      }
    >
      {shown.length === 0 ? (
        <p className="text-sm text-ink-2">
          {lines.length > 0
            ? 'No line is like this.'
            : going
              ? 'The first line comes as soon as the run begins.'
              : 'Nothing was written down for this run; logs of old runs are not kept.'}
        </p>
      ) : (
        <Lines lines={shown} words={wanted.words} going={going} />
      )}
    </Section>
  )
}

/** The lines in a frame of their own, which follows its end until somebody scrolls away from it. */
function Lines({ lines, words, going }: { lines: readonly RunLogLine[]; words: string; going: boolean }) {
  const box = useRef<HTMLDivElement>(null)
  const [follows, setFollows] = useState(true)
  const toEnd = () => {
    const element = box.current
    if (element) element.scrollTop = element.scrollHeight
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is what it follows
  useLayoutEffect(() => {
    if (going && follows) toEnd()
  }, [lines, going, follows])
  const pieces = useMemo(
    () =>
      Array.from({ length: Math.ceil(lines.length / PIECE) }, (_, index) =>
        lines.slice(index * PIECE, (index + 1) * PIECE),
      ),
    [lines],
  )
  return (
    <div className="relative">
      <section
        ref={box}
        aria-label="Log of the run"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable frame must be reachable by keyboard
        tabIndex={0}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) =>
          setFollows(scrollHeight - scrollTop - clientHeight < NEAR_END)
        }
        className="max-h-96 overflow-y-auto rounded border border-line bg-sunken py-1 text-xs leading-5"
      >
        <ol>
          {pieces.map(piece => (
            <Piece key={piece[0]?.line} lines={piece} length={piece.length} words={words} />
          ))}
        </ol>
      </section>
      {going && !follows ? (
        <Button
          size="small"
          icon={ArrowDownToLine}
          className="absolute right-4 bottom-3 shadow-float"
          onClick={() => setFollows(true)}
        >
          Follow the end
        </Button>
      ) : null}
    </div>
  )
}

const Piece = memo(
  function Piece({ lines, words }: { lines: readonly RunLogLine[]; length: number; words: string }) {
    return lines.map(line => <Line key={line.line} line={line} words={words} />)
  },
  // Lines never change: a piece is the same when it begins and ends the same.
  (a, b) =>
    a.words === b.words &&
    a.length === b.length &&
    a.lines[0] === b.lines[0] &&
    a.lines.at(-1) === b.lines.at(-1),
)

const LEVEL_FACES = {
  info: { word: '', colour: '' },
  warn: { word: 'Warning', colour: 'text-warn' },
  error: { word: 'Error', colour: 'text-bad' },
} as const

function Line({ line: { at, level, step, text }, words }: { line: RunLogLine; words: string }) {
  const { word, colour } = LEVEL_FACES[level]
  return (
    <li
      className={clsx(
        'flex flex-wrap gap-x-3 px-3 sm:flex-nowrap',
        level === 'warn' && 'bg-warn-soft',
        level === 'error' && 'bg-bad-soft',
      )}
    >
      <time dateTime={at} title={exactText(at)} className="shrink-0 text-ink-3 tabular-nums">
        {clockOf(at)}
      </time>
      <span className="shrink-0 text-ink-3 sm:w-36 sm:truncate">{step === null ? '' : stepLabel(step)}</span>
      <span className="min-w-0 basis-full break-words sm:basis-auto">
        {word === '' ? null : <span className={clsx('font-medium', colour)}>{word}: </span>}
        {cutAt(text, words).map((part, index) =>
          index % 2 === 1 ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have nothing but their place
            <mark key={index} className="rounded-sm bg-accent-soft text-ink outline-1 outline-accent">
              {part}
            </mark>
          ) : (
            part
          ),
        )}
      </span>
    </li>
  )
}
