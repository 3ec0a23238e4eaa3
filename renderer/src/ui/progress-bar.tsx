import { X } from 'lucide-react'
import { IconButton } from './button.tsx'

/** Long work: a bar, a count and Cancel. `total` null: nobody knows yet how much it is. */
export function ProgressBar({
  label,
  done,
  total,
  countHidden = false,
  onCancel,
}: {
  label: string
  done: number
  total: number | null
  /** True for work that cannot be counted. */
  countHidden?: boolean
  onCancel?: (() => void) | undefined
}) {
  const share = total === null || total === 0 ? null : Math.min(1, done / total)
  const count =
    total === null
      ? done.toLocaleString('en')
      : `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`
  return (
    <div className="flex min-w-0 items-center gap-2">
      <div className="min-w-0 flex-1">
        <div className="flex justify-between gap-3 text-xs text-ink-2">
          <span className="truncate">{label}</span>
          {countHidden ? null : <span className="shrink-0">{count}</span>}
        </div>
        <div
          role="progressbar"
          aria-label={label}
          aria-valuetext={countHidden ? 'under way' : count}
          {...(share === null
            ? {}
            : { 'aria-valuenow': Math.round(share * 100), 'aria-valuemin': 0, 'aria-valuemax': 100 })}
          className="mt-1 h-1.5 overflow-hidden rounded-full bg-track"
        >
          <div
            className={
              share === null ? 'h-full w-1/3 animate-pulse bg-accent' : 'h-full bg-accent transition-[width]'
            }
            style={share === null ? undefined : { width: `${share * 100}%` }}
          />
        </div>
      </div>
      {onCancel ? <IconButton label={`Cancel: ${label}`} icon={X} onClick={onCancel} /> : null}
    </div>
  )
}
