import { keepPreviousData, useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { Copy, X } from 'lucide-react'
import { useState } from 'react'
import type { LogEntry } from '../../../../main/contract/health.ts'
import { ask } from '../../app/core.ts'
import { Failure, failureToast } from '../../app/failure.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { toast } from '../../ui/toast-store.ts'
import { exactText } from '../../ui/when-text.ts'
import { LEVEL_LABELS, linesText, linesWith } from './health-words.ts'

/** Lines asked at once, and as many as the contract gives. */
const FEW = 200
const MOST = 1000

const LEVELS: readonly { value: LogEntry['level']; label: string }[] = [
  { value: 'error', label: 'Errors only' },
  { value: 'warn', label: 'Warnings and errors' },
  { value: 'info', label: 'Information and above' },
  { value: 'debug', label: 'Everything' },
]

/** The newest lines of the logs on this computer, to read, to search and to hand on. */
export function Logs({ refreshMs }: { refreshMs: number }) {
  const [level, setLevel] = useState<LogEntry['level']>('info')
  const [limit, setLimit] = useState(FEW)
  const [text, setText] = useState('')
  const { data, error, refetch } = useQuery({
    ...ask('system', 'logs', { level, limit }),
    refetchInterval: refreshMs,
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
  const lines = linesWith(data ?? [], text)
  const copy = () =>
    navigator.clipboard
      .writeText(linesText(lines))
      .then(() => toast(`${lines.length.toLocaleString('en')} lines are in the clipboard`), failureToast)
  return (
    <Section
      title="Log"
      lead="Kept on this computer only, the newest first. Keys, passwords and what you typed never stand in it."
      action={
        <Button
          size="small"
          icon={Copy}
          aria-disabled={lines.length === 0}
          onClick={() => lines.length > 0 && void copy()}
        >
          Copy the lines
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <div role="toolbar" aria-label="Filters of the log" className="flex flex-wrap items-center gap-2">
          <span className="relative min-w-0 flex-1 basis-56 sm:max-w-80">
            <TextField
              label="Search the log"
              hideLabel
              role="searchbox"
              placeholder="Words of a line"
              value={text}
              onChange={event => setText(event.target.value)}
            />
            {text === '' ? null : (
              <span className="absolute inset-y-0 right-0.5 flex items-center bg-surface">
                <IconButton label="Clear the search" icon={X} onClick={() => setText('')} />
              </span>
            )}
          </span>
          <Select
            label="Level"
            hideLabel
            className="w-52"
            value={level}
            options={LEVELS}
            onChange={setLevel}
          />
          <span role="status" className="text-sm text-ink-3">
            {data ? `${lines.length.toLocaleString('en')} ${lines.length === 1 ? 'line' : 'lines'}` : ''}
          </span>
        </div>
        {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
        {data && lines.length === 0 ? (
          <p className="text-sm text-ink-2">
            {text.trim() === '' ? 'No line of this level.' : 'No line has these words.'}{' '}
            {text.trim() !== '' || level !== 'debug' ? (
              <button
                type="button"
                className="text-link"
                onClick={() => {
                  setText('')
                  setLevel('debug')
                }}
              >
                Show everything
              </button>
            ) : null}
          </p>
        ) : null}
        {lines.length > 0 ? <Lines lines={lines} /> : null}
        {data && data.length >= limit && limit < MOST ? (
          <Button size="small" className="self-start" onClick={() => setLimit(MOST)}>
            Show the newest {MOST.toLocaleString('en')}
          </Button>
        ) : null}
      </div>
    </Section>
  )
}

const TONES: Record<LogEntry['level'], string> = {
  debug: 'text-ink-3',
  info: 'text-ink-2',
  warn: 'text-warn',
  error: 'text-bad',
}

function Lines({ lines }: { lines: readonly LogEntry[] }) {
  return (
    <section
      aria-label="Lines of the log"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable frame must be reachable by keyboard
      tabIndex={0}
      className="relative max-h-[32rem] overflow-auto rounded border border-line bg-sunken"
    >
      <ol className="flex flex-col font-mono text-xs">
        {lines.map((line, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike
            key={`${line.at} ${index}`}
            className="flex flex-wrap gap-x-3 border-b border-line px-3 py-1 last:border-b-0 sm:flex-nowrap"
          >
            <time dateTime={line.at} title={exactText(line.at)} className="shrink-0 text-ink-3">
              {stamp(line.at)}
            </time>
            <span className={clsx('w-20 shrink-0', TONES[line.level])}>{LEVEL_LABELS[line.level]}</span>
            <span className="w-20 shrink-0 truncate text-ink-3" title={line.from}>
              {line.from}
            </span>
            <span className="min-w-0 flex-1 basis-full break-words whitespace-pre-wrap sm:basis-0">
              {line.text}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

const two = (n: number) => String(n).padStart(2, '0')

/** "22.11. 09:00:01" would be read differently from place to place: "11-22 09:00:01". */
function stamp(at: string): string {
  const moment = new Date(at)
  if (Number.isNaN(moment.getTime())) return at
  const day = `${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
  return `${day} ${[moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(two).join(':')}`
}
