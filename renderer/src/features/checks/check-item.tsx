import clsx from 'clsx'
import { ChevronDown, ChevronUp, RotateCw, Wrench } from 'lucide-react'
import { useState } from 'react'
import type { CheckView } from '../../../../main/contract/checks.ts'
import { Sparkline } from '../../charts/sparkline.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Cell, Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'
import { durationText } from '../../ui/when-text.ts'
import { failingText, SEVERITY_FACES, STANDING_FACES, standingOf, trendText } from './check-words.ts'
import { OffendingRows } from './offending-rows.tsx'
import { RepairDialog } from './repair-dialog.tsx'

/** One check: how it stands, since when, which rows break it, and mending them. */
export function CheckItem({
  check,
  open,
  onOpen,
  busy,
  onCheck,
}: {
  check: CheckView
  /** Its offending rows are shown. */
  open: boolean
  onOpen: (open: boolean) => void
  /** Checks are being made; another one cannot begin. */
  busy: boolean
  onCheck: () => void
}) {
  const [repairing, setRepairing] = useState(false)
  const { last, title, trend } = check
  const standing = standingOf(check)
  const { icon: Icon, label, tone } = STANDING_FACES[standing]
  const severity = SEVERITY_FACES[check.severity]
  const bad = standing === 'failed'
  return (
    <li className="flex flex-col gap-2 border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-1 basis-48 gap-2.5 sm:basis-80">
          <Icon aria-hidden className={clsx('mt-0.5 size-4 shrink-0', tone)} strokeWidth={2} />
          <div className="min-w-0">
            <h2 className="flex flex-wrap items-center gap-x-2 text-base font-medium">
              {title}
              <span className={clsx('text-sm font-normal', tone)}>{label}</span>
              {standing === 'passed' || standing === 'never' ? null : (
                <Badge tone={check.severity === 'critical' ? 'bad' : 'warn'} icon={severity.icon}>
                  {severity.label}
                </Badge>
              )}
            </h2>
            <p className="text-sm text-ink-2">{check.hint}</p>
            {last ? <Last last={last} /> : null}
          </div>
        </div>
        {trend.length > 1 ? (
          <div className="order-2 flex shrink-0 flex-col items-start gap-0.5 sm:order-none">
            <Sparkline values={trend.map(point => point.failing)} words={`${title}: ${trendText(trend)}`} />
            <Disclosure label="Numbers">
              <Table caption={`Failing rows of ${title}`} head={['When', { label: 'Failing', number: true }]}>
                {trend.toReversed().map((point, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two results may have one time
                  <tr key={index}>
                    <Cell>
                      <When at={point.at} />
                    </Cell>
                    <Cell number>{point.failing.toLocaleString('en')}</Cell>
                  </tr>
                ))}
              </Table>
            </Disclosure>
          </div>
        ) : null}
        {bad || open ? (
          <div className="order-2 flex shrink-0 flex-wrap items-center gap-2 sm:order-none">
            <Button
              size="small"
              icon={open ? ChevronUp : ChevronDown}
              aria-expanded={open}
              aria-label={`${open ? 'Hide' : 'Show'} the rows: ${title}`}
              onClick={() => onOpen(!open)}
            >
              {open ? 'Hide the rows' : 'Show the rows'}
            </Button>
            {bad && check.repairable ? (
              <Button
                size="small"
                icon={Wrench}
                aria-label={`Repair: ${title}`}
                onClick={() => setRepairing(true)}
              >
                Repair
              </Button>
            ) : null}
          </div>
        ) : null}
        <IconButton
          label={`Check again: ${title}`}
          icon={RotateCw}
          aria-disabled={busy}
          onClick={busy ? undefined : onCheck}
        />
      </div>
      {open ? <OffendingRows name={check.name} title={title} /> : null}
      {repairing ? <RepairDialog check={check} onClose={() => setRepairing(false)} /> : null}
    </li>
  )
}

function Last({ last }: { last: NonNullable<CheckView['last']> }) {
  const failing = failingText(last)
  return (
    <>
      {last.state === 'passed' ? null : <p className="text-sm break-words">{last.message}</p>}
      <p className="flex flex-wrap gap-x-2 text-xs text-ink-3 tabular-nums">
        {last.state === 'error' || failing === '' ? null : <span>breaking it: {failing}</span>}
        <span>
          checked <When at={last.at} />
        </span>
        <span>took {durationText(last.milliseconds)}</span>
      </p>
    </>
  )
}
