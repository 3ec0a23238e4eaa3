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

/** What a mark tells of a fact. */
export interface MarkedProof {
  /** Names the fact to screen readers: "Salary from". */
  fact: string
  origin: FieldOrigin
  quote: string | null
  where: string | null
  /** 0–1. */
  confidence: number | null
  note: string | null
}

/** A way to the quoted words in the posting: `onPoint` while the mark is looked at, `onShow` when it is pressed. */
interface MarkActs {
  onShow?: (() => void) | undefined
  onPoint?: ((pointed: boolean) => void) | undefined
}

/** The symbol of an origin. */
export function OriginIcon({ origin, className }: { origin: FieldOrigin; className?: string }) {
  const Icon = ICONS[origin]
  return <Icon aria-hidden className={className ?? 'size-3.5'} strokeWidth={1.75} />
}

/** Origin, place, confidence and the words, as a tooltip shows them. */
function ProofWords({ origin, quote, where, confidence, note }: MarkedProof) {
  const place = where === null || SAID[origin] === where ? '' : (PLACES[where] ?? where)
  const sure = confidence === null || origin === 'manual' ? '' : `${Math.round(confidence * 100)}% sure`
  return (
    <span className="flex flex-col gap-1">
      <span>
        {[ORIGIN_LABELS[origin], origin === 'manual' ? '' : place, sure].filter(Boolean).join(' · ')}
      </span>
      {quote ? <q className="line-clamp-4 border-l-2 border-accent pl-2 text-sm">{quote}</q> : null}
      {note ? <span className="text-ink-2">{note}</span> : null}
    </span>
  )
}

const pointing = (onPoint: MarkActs['onPoint']) =>
  onPoint && {
    onPointerEnter: () => onPoint(true),
    onPointerLeave: () => onPoint(false),
    onFocus: () => onPoint(true),
    onBlur: () => onPoint(false),
  }

/** Where a fact came from. Hover or focus shows the words that were read and where they stand. */
export function FactMark({ onShow, onPoint, ...proof }: MarkedProof & MarkActs) {
  return (
    <Tooltip text={<ProofWords {...proof} />}>
      <button
        type="button"
        aria-label={`${proof.fact}: ${ORIGIN_LABELS[proof.origin]}`}
        onClick={onShow}
        {...pointing(onPoint)}
        className="inline-flex size-6 shrink-0 items-center justify-center rounded text-ink-3 hover:bg-hover hover:text-ink"
      >
        <OriginIcon origin={proof.origin} />
      </button>
    </Tooltip>
  )
}

/** A value that is its own mark: for lists, in which a mark beside every word would be noise. */
export function MarkedWord({ text, onShow, onPoint, ...proof }: MarkedProof & MarkActs & { text: string }) {
  return (
    <Tooltip text={<ProofWords {...proof} />}>
      <button
        type="button"
        aria-label={`${text}: ${ORIGIN_LABELS[proof.origin]}`}
        onClick={onShow}
        {...pointing(onPoint)}
        className="inline-flex min-h-6 items-center gap-1 rounded-sm border border-line px-1.5 text-left text-sm hover:bg-hover"
      >
        {text}
        <OriginIcon origin={proof.origin} className="size-3 shrink-0 text-ink-3" />
      </button>
    </Tooltip>
  )
}
