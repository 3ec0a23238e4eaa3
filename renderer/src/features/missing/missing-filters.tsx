import clsx from 'clsx'
import type { MissingCounts, MissingFact } from '../../../../main/contract/detection.ts'
import { MISSING_FACTS } from '../../../../main/contract/detection.ts'
import { MISSING_LABELS } from '../../../../main/contract/labels.ts'
import { useMedia } from '../../ui/media.ts'
import { Select } from '../../ui/select.tsx'

const FACTS = Object.keys(MISSING_FACTS) as MissingFact[]

/** Which fact is missing, with how many jobs lack it. */
export function MissingFilters({
  fact,
  counts,
  onChange,
}: {
  fact: MissingFact | null
  counts: MissingCounts | undefined
  onChange: (fact: MissingFact | null) => void
}) {
  const chips = [
    { key: null, label: 'Any fact', count: counts?.jobs },
    ...FACTS.map(key => ({ key, label: MISSING_LABELS[key], count: counts?.byFact[key] })),
  ]
  const narrow = useMedia('(max-width: 40rem)')
  if (narrow)
    return (
      <Select
        label="Missing fact"
        hideLabel
        value={fact ?? 'any'}
        options={chips.map(({ key, label, count }) => ({
          value: key ?? 'any',
          label: count === undefined ? label : `${label} (${count.toLocaleString('en')})`,
        }))}
        onChange={value => onChange(FACTS.find(key => key === value) ?? null)}
      />
    )
  return (
    <div role="toolbar" aria-label="Missing fact" className="flex flex-wrap gap-1.5">
      {chips.map(({ key, label, count }) => (
        <button
          key={label}
          type="button"
          aria-pressed={fact === key}
          onClick={() => onChange(key)}
          className={clsx(
            'inline-flex min-h-7 items-center gap-1.5 rounded-full border px-2.5 text-sm hover:bg-hover',
            fact === key
              ? 'border-accent bg-accent-soft text-ink'
              : 'border-control/60 bg-surface text-ink-2',
          )}
        >
          {label}
          {count === undefined ? null : (
            <span className="text-xs tabular-nums">{count.toLocaleString('en')}</span>
          )}
        </button>
      ))}
    </div>
  )
}
