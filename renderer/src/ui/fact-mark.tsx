import { Database, type LucideIcon, ScanText, Sparkles, UserPen } from 'lucide-react'
import { ORIGIN_LABELS } from '../../../main/contract/labels.ts'
import type { FieldOrigin } from '../../../main/contract/values.ts'
import { Tooltip } from './tooltip.tsx'

const ICONS: Record<FieldOrigin, LucideIcon> = {
  structured: Database,
  pattern: ScanText,
  ai: Sparkles,
  manual: UserPen,
}

const PLACES: Record<string, string> = {
  title: 'in the title',
  location: 'in the place',
  description: 'in the text of the posting',
  structured: 'in a field of the source',
}

/** Places that the words of an origin name already. */
const SAID: Partial<Record<FieldOrigin, string>> = { structured: 'structured', pattern: 'description' }

/** Where a fact came from. Hover or focus shows the words that were read and where they stand. */
export function FactMark({
  fact,
  origin,
  quote,
  where,
  confidence,
  note,
}: {
  /** Names the fact to screen readers: "Salary from". */
  fact: string
  origin: FieldOrigin
  quote: string | null
  where: string | null
  /** 0–1. */
  confidence: number | null
  note: string | null
}) {
  const Icon = ICONS[origin]
  const place = where === null || SAID[origin] === where ? '' : (PLACES[where] ?? where)
  const sure = confidence === null ? '' : `${Math.round(confidence * 100)}% sure`
  return (
    <Tooltip
      text={
        <span className="flex flex-col gap-1">
          <span>{[ORIGIN_LABELS[origin], place, sure].filter(Boolean).join(' · ')}</span>
          {quote ? <q className="border-l-2 border-accent pl-2 text-sm">{quote}</q> : null}
          {note ? <span className="text-ink-2">{note}</span> : null}
        </span>
      }
    >
      <button
        type="button"
        aria-label={`${fact}: ${ORIGIN_LABELS[origin]}`}
        className="inline-flex size-6 shrink-0 items-center justify-center rounded text-ink-3 hover:bg-hover hover:text-ink"
      >
        <Icon aria-hidden className="size-3.5" strokeWidth={1.75} />
      </button>
    </Tooltip>
  )
}
